import process from 'node:process';
import { openExtractor } from '../../../packages/engine/src/model/open-extractor.ts';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import { compareFeatures } from '../../../packages/engine/src/score/compare-features.ts';
import { haveReversedTones } from '../../../packages/engine/src/score/difference/reversed-tones.ts';
import { findPart } from '../../../packages/engine/src/score/part/find-part.ts';
import type { SoughtParts } from '../../../packages/engine/src/score/part/part-evidence.ts';
import { soughtParts } from '../../../packages/engine/src/score/part/part-gate.ts';
import type { FeaturesOf } from '../../eval/extract-all.ts';
import { decodeRaster, readPicture } from '../../eval/load-raster.ts';
import type { MeasuredPair } from '../../eval/pair-evidence.ts';
import type { PictureSet } from '../../eval/pictures/picture-set.ts';

/** CPU times, ms. */
export interface SearchCosts {
  /** One of the things that are looked for in a pair. */
  readonly search: number;
  /** A pair of different pictures whose features are at hand, without a search. */
  readonly atHand: number;
  /** The same pair when both pictures are decoded and analysed first. */
  readonly anew: number;
}

const rounds = 9;
const searchedPairs = 150;
const comparedPairs = 400;
const analysedPairs = 12;

/** Median CPU time of one item, over some rounds, ms. */
async function cpuOf<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    for (const item of items) await work(item);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000 / items.length);
  }
  return times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
}

const countOf = ({ first, second }: SoughtParts): number =>
  [first.whole, first.object, second.whole, second.object].filter(Boolean).length;

/** Measures what a search costs beside everything else that a pair of different pictures costs. */
export async function searchCosts(
  { set, featuresOf }: { readonly set: PictureSet; readonly featuresOf: FeaturesOf },
  measured: readonly MeasuredPair[],
): Promise<SearchCosts> {
  const different = measured.filter(({ relation, detail }) => relation === 'different' && detail === 'ordinary');
  const rastersOf = async ({ first, second }: MeasuredPair): Promise<readonly [Raster, Raster]> => [
    await decodeRaster(await readPicture(set, first)),
    await decodeRaster(await readPicture(set, second)),
  ];
  const searched: { readonly rasters: readonly [Raster, Raster]; readonly sought: SoughtParts }[] = [];
  for (const pair of different) {
    const sought = soughtParts([featuresOf(pair.first), featuresOf(pair.second)], pair.comparison);
    if (sought !== undefined && searched.length < searchedPairs)
      searched.push({ rasters: await rastersOf(pair), sought });
  }
  const things = searched.reduce((sum, { sought }) => sum + countOf(sought), 0);
  const perPair = await cpuOf(searched, ({ rasters: [first, second], sought }) => findPart(first, second, sought));
  const compared = await Promise.all(
    different.slice(0, comparedPairs).map(async (pair) => ({ pair, rasters: await rastersOf(pair) })),
  );
  const atHand = await cpuOf(compared, ({ pair: { first, second }, rasters }) => {
    compareFeatures(featuresOf(first), featuresOf(second), { identicalPixels: false });
    haveReversedTones(...rasters);
  });
  const extractor = await openExtractor({ threads: 1 });
  const analysed = await cpuOf(different.slice(0, analysedPairs), async (pair) => {
    for (const raster of await rastersOf(pair)) await extractor.extract(raster);
  });
  await extractor.release();
  return { search: (perPair * searched.length) / things, atHand, anew: atHand + analysed };
}
