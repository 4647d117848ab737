import path from 'node:path';
import process from 'node:process';
import { preparePictureSet } from './pictures/picture-set.ts';
import { prepareServiceTypePictures } from './pictures/service-type-pictures.ts';
import { progressBar } from './progress-bar.ts';

/** Folder that keeps everything the evaluation downloads or makes; git ignores it. */
export const evaluationCache: string = path.join(import.meta.dirname, '../.cache/eval');

if (import.meta.main) {
  const main = await preparePictureSet(evaluationCache, progressBar());
  const more = await prepareServiceTypePictures(main, evaluationCache, progressBar());
  const count = main.entries.length + more.entries.length;
  process.stdout.write(`${count} pictures ready in ${evaluationCache}\n`);
}
