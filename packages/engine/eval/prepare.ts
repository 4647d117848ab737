import path from 'node:path';
import process from 'node:process';
import { preparePictureSet } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

/** Folder that keeps everything the evaluation downloads or makes; git ignores it. */
export const evaluationCache: string = path.join(import.meta.dirname, '../.cache/eval');

if (import.meta.main) {
  const { entries } = await preparePictureSet(evaluationCache, progressBar());
  process.stdout.write(`${entries.length} pictures ready in ${evaluationCache}\n`);
}
