import { createHash } from 'node:crypto';
import type { AnalysisTask } from './analyser.ts';
import { layoutVersion } from './feature-layout.ts';

/** What a picture's analysis is known by. */
export type DigestedTask = Pick<AnalysisTask, 'bytes' | 'profile'>;

/** The last digest taken of each file: every cache that is asked for a picture, or for a pair, and asked to keep it, wants the same one. */
const taken = new WeakMap<Uint8Array, { readonly profile: string; readonly digest: string }>();

/** Name of a kept analysis, in 64 hexadecimal digits. @param version  names model and features: another one has other names */
export function entryName(version: string, task: DigestedTask): string {
  return createHash('sha256')
    .update(`${layoutVersion}\0${version}\0${pictureDigest(task)}`)
    .digest('hex');
}

/** What an analysis depends on in the request, in 64 hexadecimal digits: the file's bytes and the profile (SHA-256, FIPS 180-4). */
export function pictureDigest({ bytes, profile }: DigestedTask): string {
  const known = taken.get(bytes);
  if (known?.profile === profile) return known.digest;
  const digest = createHash('sha256').update(`${profile}\0`).update(bytes).digest('hex');
  taken.set(bytes, { profile, digest });
  return digest;
}
