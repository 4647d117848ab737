import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { extractAll } from '../eval/extract-all.ts';
import { measurePairs, type MeasuredPair } from '../eval/pair-evidence.ts';
import { picturesFor, preparePictureSet } from '../eval/pictures/picture-set.ts';
import { evaluationCache } from '../eval/prepare.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { buildPairs } from '../eval/tasks.ts';
import { modelSha256 } from '../src/model/model-identity.ts';
import { fusionTerms, type FusionTerm, type Knots } from '../src/score/calibration.ts';
import { fusionValues } from '../src/score/fuse.ts';
import { fitLogistic, type Example } from './logistic.ts';

/**
 * Bounds of the weights. All but typicality count in favour, so more agreement never lowers the score. The lower bounds
 * of colour and the coarse layers keep what real objects before a steady background need and rendered ones understate.
 */
const bounds: Readonly<Record<FusionTerm, readonly [number, number]>> = {
  block6: [1, 3],
  block13: [1, 6],
  block16: [4, 9],
  part: [0, 8],
  typicality: [-3, 0],
  colour: [2, 5],
  logInliers: [0.3, 1],
  verifiedInliers: [1.2, 3],
};

/** Weight of each group of pairs in the fit, shared among its pairs. */
const groupWeights: Readonly<Record<string, number>> = {
  'copy photograph': 1,
  'same item white + white': 0.8,
  'same item photograph + photograph': 0.5,
  'same item other': 0.5,
  'same scene': 0.5,
  'different photograph': 1,
  'different white + white': 0.8,
  'different photograph + photograph': 0.5,
  'different other': 0.5,
};

function groupOf({ relation, role, detail }: MeasuredPair): string {
  if (relation === 'same scene') return relation;
  if (relation === 'copy' || (relation === 'different' && role === 'photograph')) return `${relation} ${role}`;
  const steady = detail === 'white + white' || detail === 'photograph + photograph';
  return `${relation} ${steady ? detail : 'other'}`;
}

const valuesOf = (pair: MeasuredPair): number[] => {
  const values = fusionValues(pair.comparison.evidence);
  return fusionTerms.map((term) => values[term]);
};

function examplesOf(pairs: readonly MeasuredPair[]): Example[] {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(groupOf(pair), (counts.get(groupOf(pair)) ?? 0) + 1);
  return pairs.flatMap((pair): Example[] => {
    const group = groupOf(pair);
    const weight = groupWeights[group];
    if (weight === undefined) return [];
    return [
      {
        features: valuesOf(pair),
        label: pair.relation === 'copy' || pair.relation === 'same item' ? 1 : 0,
        weight: weight / (counts.get(group) ?? 1),
      },
    ];
  });
}

/** Value below which `share` of the sorted values lie. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/**
 * Where the score's stated marks lie: up to 0.5 by the share of different pairs that may pass; 0.7 where nine in ten
 * pairs of different things before one and the same photograph stay below; above that by copies.
 * Photographs and furniture count the same among the different pairs.
 */
function knotsOf(zOf: ReadonlyMap<MeasuredPair, number>): Knots {
  const of = (keep: (pair: MeasuredPair) => boolean): number[] =>
    [...zOf]
      .filter(([pair]) => keep(pair))
      .map(([, z]) => z)
      .toSorted((a, b) => a - b);
  const photographs = of(({ relation, role }) => relation === 'different' && role === 'photograph');
  const furniture = of(({ relation, role }) => relation === 'different' && role === 'furniture');
  const scenes = of(({ relation }) => relation === 'same scene');
  const copies = of(({ relation }) => relation === 'copy');
  const passing = (rate: number): number => Math.max(quantile(photographs, 1 - rate), quantile(furniture, 1 - rate));
  const bottom = Math.min(photographs[0] ?? 0, furniture[0] ?? 0);
  const marks: [number, number][] = [
    [bottom - 1, 0],
    [passing(0.5), 0.08],
    [passing(0.03), 0.2],
    [passing(0.003), 0.32],
    [passing(0.0005), 0.5],
    [quantile(scenes, 0.9), 0.7],
    [quantile(copies, 0.2), 0.9],
    [quantile(copies, 0.45), 0.965],
    [quantile(copies, 0.85), 0.99],
    [(copies.at(-1) ?? 0) + 1, 0.999],
  ];
  return marks.map(([z, score], index) => {
    const floor =
      index === 0 ? Number.NEGATIVE_INFINITY : Math.max(...marks.slice(0, index).map(([value]) => value)) + 0.05;
    return [Number(Math.max(z, floor).toFixed(3)), score] as const;
  });
}

const set = await preparePictureSet(evaluationCache, progressBar());
const pairs = measurePairs(buildPairs(picturesFor(set, 'fit'), 1), await extractAll(set, 'fit'));
const examples = examplesOf(pairs);
const fit = fitLogistic(examples, { bounds: fusionTerms.map((term) => bounds[term]), ridge: 0.0005, iterations: 1500 });
const zOf = new Map(
  pairs.map((pair) => [
    pair,
    fit.bias + valuesOf(pair).reduce((sum, value, at) => sum + value * (fit.weights[at] ?? 0), 0),
  ]),
);
const round = (value: number): number => Number(value.toFixed(4));
const date = new Date().toISOString().slice(0, 10);
const weights = {
  version: `${date}-${modelSha256.slice(0, 8)}`,
  provenance: {
    script: 'calibration/fit-calibration.ts',
    date,
    model: modelSha256,
    data: `${pairs.length} pairs of the pictures kept for fitting: ${[...new Set(pairs.map(({ relation }) => relation))].map((relation) => `${pairs.filter((pair) => pair.relation === relation).length} ${relation}`).join(', ')}`,
  },
  fusion: Object.fromEntries(fusionTerms.map((term, at) => [term, round(fit.weights[at] ?? 0)])),
  bias: round(fit.bias),
  knots: knotsOf(zOf),
};
await writeFile(path.join(import.meta.dirname, '../src/score/weights.json'), `${JSON.stringify(weights, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(weights, null, 2)}\n`);
