import { createHash } from 'node:crypto';
import type { AnalysisTask } from './analyser.ts';

/**
 * What an analysis depends on, in 64 hexadecimal digits: the file's bytes, the profile, and `version`, which names model and
 * features (SHA-256, FIPS 180-4).
 */
export function pictureDigest({ bytes, profile }: Pick<AnalysisTask, 'bytes' | 'profile'>, version: string): string {
  return createHash('sha256').update(`${version}\0${profile}\0`).update(bytes).digest('hex');
}
