import { buildLookAlikePairs } from './look-alike-pairs.ts';
import { prepareLookAlikes } from './look-alikes/look-alike-set.ts';
import { measureSet } from './measured-set.ts';
import type { MeasuredSet } from './measured-set.ts';
import { picturesFor, preparePictureSet } from './pictures/picture-set.ts';
import type { PictureEntry, PictureSet, Purpose } from './pictures/picture-set.ts';
import { hashText } from './pictures/seeded.ts';
import { prepareServiceTypePictures } from './pictures/service-type-pictures.ts';
import { evaluationCache } from './evaluation-cache.ts';
import { progressBar } from './progress-bar.ts';
import { buildServiceTypePairs } from './service-type-pairs.ts';
import { buildPairs } from './tasks.ts';

/** What is measured of the pictures there are. */
export interface Extent {
  readonly purpose: Purpose;
  /** Draws the pairs of different pictures. */
  readonly seed: number;
  /** One object in so many is used, with all its pictures; 1 for all. */
  readonly oneIn: number;
}

function selected(set: PictureSet, { purpose, oneIn }: Extent): PictureEntry[] {
  return picturesFor(set, purpose).filter(({ object }) => (hashText(object) >>> 12) % oneIn === 0);
}

/**
 * Prepares, extracts and measures the pictures of one purpose.
 * @returns  photographs and furniture apart from emblems and fabrics: the tasks know only the first.
 */
export async function measurePurpose(
  extent: Extent,
): Promise<{ readonly main: MeasuredSet; readonly serviceTypes: MeasuredSet }> {
  const main = await preparePictureSet(evaluationCache, progressBar());
  const serviceTypes = await prepareServiceTypePictures(main, evaluationCache, progressBar());
  const { purpose } = extent;
  const [mainEntries, typeEntries] = [selected(main, extent), selected(serviceTypes, extent)];
  return {
    main: await measureSet({ set: main, purpose, entries: mainEntries }, buildPairs(mainEntries, extent)),
    serviceTypes: await measureSet(
      { set: serviceTypes, purpose, entries: typeEntries },
      buildServiceTypePairs(typeEntries, extent),
    ),
  };
}

/**
 * Prepares, extracts and measures the look-alikes of one purpose.
 * @param extent  `oneIn`: one design in so many.
 */
export async function measureLookAlikePairs({ purpose, oneIn }: Omit<Extent, 'seed'>): Promise<MeasuredSet> {
  const photographs = await preparePictureSet(evaluationCache, progressBar());
  const set = await prepareLookAlikes(photographs, evaluationCache, progressBar());
  const entries = picturesFor(set, purpose).filter(({ scene }) => (hashText(scene ?? '') >>> 12) % oneIn === 0);
  return measureSet({ set, purpose, entries }, buildLookAlikePairs(entries, 3));
}
