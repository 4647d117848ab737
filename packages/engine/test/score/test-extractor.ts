import { afterAll, beforeAll } from 'vitest';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import type { Extractor } from '../../src/model/open-extractor.ts';
import { compareFeatures } from '../../src/score/compare-features.ts';
import { rasterOf } from './test-pictures.ts';

/** The default model in a test file. */
export interface TestExtractor {
  readonly extractor: () => Extractor;
  /** Features of an encoded picture. */
  readonly features: (encoded: Uint8Array) => Promise<FeatureSet>;
}

/** Opens the default model for the tests of a file. */
export function useExtractor(): TestExtractor {
  let opened: Extractor | undefined;
  beforeAll(async () => {
    opened = await openExtractor();
  });
  afterAll(() => opened?.release());
  const extractor = (): Extractor => {
    if (opened === undefined)
      throw new Error('The extractor is opened before the tests, not while they are collected.');
    return opened;
  };
  return { extractor, features: async (encoded) => extractor().extract(await rasterOf(encoded)) };
}

/** Score of two pictures with other pixels. */
export function scoreOf(a: FeatureSet, b: FeatureSet): number {
  return compareFeatures(a, b, { identicalPixels: false }).score;
}
