import process from 'node:process';
import { evaluationCache } from './evaluation-cache.ts';
import { prepareLookAlikes } from './look-alikes/look-alike-set.ts';
import { preparePictureSet } from './pictures/picture-set.ts';
import { prepareServiceTypePictures } from './pictures/service-type-pictures.ts';
import { progressBar } from './progress-bar.ts';

/**
 * Prepares every set of pictures, or finds them prepared. Has to run before the first picture is decoded as the engine
 * does: that closes this process to drawings.
 * @returns  how many pictures there are.
 */
export async function prepareAll(): Promise<number> {
  const main = await preparePictureSet(evaluationCache, progressBar());
  const lookAlikes = await prepareLookAlikes(main, evaluationCache, progressBar());
  const more = await prepareServiceTypePictures(main, evaluationCache, progressBar());
  return main.entries.length + lookAlikes.entries.length + more.entries.length;
}

if (import.meta.main) process.stdout.write(`${await prepareAll()} pictures ready in ${evaluationCache}\n`);
