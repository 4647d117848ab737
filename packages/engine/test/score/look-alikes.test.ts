import { checkPicture } from '@semblance/picture';
import { beforeAll, expect, test } from 'vitest';
import { rocArea } from '../../../../tools/eval/metrics.ts';
import { families } from '../../../../tools/eval/look-alikes/families.ts';
import type { Family, Stage } from '../../../../tools/eval/look-alikes/family.ts';
import { lookAlikeCopies } from '../../../../tools/eval/look-alikes/scans.ts';
import { seeded } from '../../../../tools/eval/pictures/seeded.ts';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { decodeDetail } from '../../src/workers/analyser/decode-detail.ts';
import { libvipsDecoder } from '../../src/ingest/libvips-decoder.ts';
import { decodePicture } from '../../src/ingest/decode.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import type { LumaPlane, Raster } from '../../src/raster.ts';
import { compareFeatures } from '../../src/score/compare-features.ts';
import { measureDifference } from '../../src/score/difference/difference.ts';
import { opensGate } from '../../src/score/difference/gate.ts';
import { boundedScore, judgeDifference } from '../../src/score/difference/rule.ts';
import { ruleFor } from '../../src/score/difference/rules.ts';
import { scenePng } from './test-pictures.ts';

/**
 * The floor of the score on look-alikes: a few designs of each sort, drawn here in seconds. None of these seeds has fitted
 * anything. The whole task is `npm run eval -- --look-alikes`.
 */
const names = new Set(['bar chart', 'scatter plot', 'line plot', 'square code', 'bar code', 'mug', 'T-shirt', 'bottle', 'shop banner', 'news overlay', 'trading card']); // prettier-ignore
const copyNames = ['scan', 'rescale', 'passed on'] as const;

interface Seen {
  readonly features: FeatureSet;
  readonly detail: LumaPlane;
  readonly colours: Raster;
}

const stage: Stage = { photograph: (random) => scenePng(Math.floor(random() * 1e6)) };
const copies: number[] = [];
const others: number[] = [];

function scoreOf(first: Seen, second: Seen, { serviceType }: Family): number {
  const { score } = compareFeatures(first.features, second.features, { identicalPixels: false });
  if (!opensGate(score)) return score;
  const measured = measureDifference({
    features: [first.features, second.features],
    details: [first.detail, second.detail],
    colours: [first.colours, second.colours],
  });
  return measured === undefined ? score : boundedScore(score, judgeDifference(measured, ruleFor(serviceType)));
}

async function decoded(bytes: Buffer): Promise<Omit<Seen, 'features'>> {
  const check = checkPicture(bytes, { which: 'primary', pixelRange: { minPixels: 100, maxPixels: 4096 } });
  if (!check.ok) throw new Error(check.detail.en);
  const colours = await decodePicture(bytes, check.header);
  const detail = await decodeDetail(libvipsDecoder, { bytes, header: check.header });
  if (!colours.ok || !detail.ok) throw new Error('a drawn picture was not decoded');
  return { colours: colours.value, detail: detail.value };
}

interface Drawn {
  readonly family: Family;
  readonly first: Buffer;
  readonly copy: Buffer;
  readonly other: Buffer;
}

async function draw(family: Family, index: number): Promise<Drawn> {
  const drawContent = family.design(seeded(500 + index), stage);
  const [first, other] = [await drawContent(seeded(1)), await drawContent(seeded(2))];
  const copy = await lookAlikeCopies[copyNames[index % copyNames.length] ?? 'scan'](first, seeded(3));
  return { family, first, copy, other };
}

beforeAll(async () => {
  // All are drawn before the first is decoded: that closes the process to drawings.
  const drawn: Drawn[] = [];
  for (const [index, family] of families.filter(({ name }) => names.has(name)).entries())
    drawn.push(await draw(family, index));
  const extractor = await openExtractor({ threads: 2 });
  const see = async (bytes: Buffer): Promise<Seen> => {
    const shown = await decoded(bytes);
    return { features: await extractor.extract(shown.colours), ...shown };
  };
  for (const { family, ...pictures } of drawn) {
    const [own, copy, other] = [await see(pictures.first), await see(pictures.copy), await see(pictures.other)];
    copies.push(scoreOf(own, copy, family));
    others.push(scoreOf(own, other, family), scoreOf(other, copy, family));
  }
  await extractor.release();
}, 180_000);

test('copies rank above other contents of the same design', () => {
  expect(rocArea(copies, others)).toBeGreaterThanOrEqual(0.97);
});

test('copies stay very likely the same, and next to no look-alike is taken for one', () => {
  expect(copies.filter((score) => score >= 0.7).length).toBeGreaterThanOrEqual(copies.length - 1);
  expect(others.filter((score) => score >= 0.9)).toEqual([]);
  expect(others.filter((score) => score >= 0.7).length).toBeLessThanOrEqual(2);
});
