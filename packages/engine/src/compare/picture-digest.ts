import { createHash } from 'node:crypto';
import type { AnalysisTask } from './analyser.ts';
import { layoutVersion } from './feature-layout.ts';

/** What a picture's analysis is known by. */
export type DigestedTask = Pick<AnalysisTask, 'bytes' | 'profile'>;

/** Digests taken already: every cache that is asked for a task, and asked to keep it, wants the same one. */
const taken = new WeakMap<DigestedTask, string>();

/** Name of a kept analysis, in 64 hexadecimal digits. @param version  names model and features: another one has other names */
export function entryName(version: string, task: DigestedTask): string {
  return createHash('sha256')
    .update(`${layoutVersion}\0${version}\0${pictureDigest(task)}`)
    .digest('hex');
}

/** What an analysis depends on in the request, in 64 hexadecimal digits: the file's bytes and the profile (SHA-256, FIPS 180-4). */
export function pictureDigest(task: DigestedTask): string {
  const digest = taken.get(task) ?? createHash('sha256').update(`${task.profile}\0`).update(task.bytes).digest('hex');
  taken.set(task, digest);
  return digest;
}
