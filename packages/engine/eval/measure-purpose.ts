import { extractAll } from './extract-all.ts';
import { measurePairs, type MeasuredPair } from './pair-evidence.ts';
import { picturesFor, preparePictureSet, type PictureSet, type Purpose } from './pictures/picture-set.ts';
import { prepareServiceTypePictures } from './pictures/service-type-pictures.ts';
import { evaluationCache } from './prepare.ts';
import { progressBar } from './progress-bar.ts';
import { buildServiceTypePairs } from './service-type-pairs.ts';
import { buildPairs } from './tasks.ts';

/** The measured pairs of one set of pictures. */
export interface MeasuredSet {
  readonly set: PictureSet;
  readonly pairs: readonly MeasuredPair[];
}

/**
 * Prepares, extracts and measures the pictures of one purpose.
 * @param seed  draws the pairs of different pictures.
 * @returns     photographs and furniture apart from emblems and fabrics: the tasks know only the first.
 */
export async function measurePurpose(
  purpose: Purpose,
  seed: number,
): Promise<{ readonly main: MeasuredSet; readonly serviceTypes: MeasuredSet }> {
  const main = await preparePictureSet(evaluationCache, progressBar());
  const serviceTypes = await prepareServiceTypePictures(main, evaluationCache, progressBar());
  const mainPairs = buildPairs(picturesFor(main, purpose), seed);
  const serviceTypePairs = buildServiceTypePairs(picturesFor(serviceTypes, purpose), seed);
  return {
    main: { set: main, pairs: measurePairs(mainPairs, await extractAll(main, purpose)) },
    serviceTypes: {
      set: serviceTypes,
      pairs: measurePairs(serviceTypePairs, await extractAll(serviceTypes, purpose)),
    },
  };
}
