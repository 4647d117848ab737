import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { extractAll } from '../eval/extract-all.ts';
import { measurePairs } from '../eval/pair-evidence.ts';
import type { MeasuredPair } from '../eval/pair-evidence.ts';
import { picturesFor, preparePictureSet } from '../eval/pictures/picture-set.ts';
import { evaluationCache } from '../eval/evaluation-cache.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { buildPairs } from '../eval/tasks.ts';
import { heatMap } from '../../packages/engine/src/score/explain/heat-map.ts';
import { modelSha256 } from '../../packages/engine/src/model/model-identity.ts';
import { fusionTerms } from '../../packages/engine/src/score/calibration.ts';
import type { FusionTerm } from '../../packages/engine/src/score/calibration.ts';
import { fusionValues } from '../../packages/engine/src/score/fuse.ts';

/** Every so many pairs give their heat maps: a few thousand cells settle a quantile. */
const heatStride = 100;
const alikeQuantile = 0.95;
const chanceQuantile = 0.999;

const round = (value: number): number => Number(value.toFixed(3));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value that `share` of the values do not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

/** The mean of one term over pairs of different pictures; photographs and furniture count the same. */
function ordinaryValue(pairs: readonly MeasuredPair[], term: FusionTerm): number {
  const of = (role: MeasuredPair['role']): number[] =>
    pairs.filter((pair) => pair.role === role).map(({ comparison }) => fusionValues(comparison.evidence)[term]);
  return round((mean(of('photograph')) + mean(of('furniture'))) / 2);
}

const set = await preparePictureSet(evaluationCache, progressBar());
const featuresOf = await extractAll({ set, purpose: 'fit' });
const different = buildPairs(picturesFor(set, 'fit'), { seed: 1 }).filter(({ relation }) => relation === 'different');
const pairs = measurePairs(different, featuresOf);
const cells = different
  .filter((_, index) => index % heatStride === 0)
  .flatMap(({ first, second }) => heatMap(featuresOf(first), featuresOf(second)));
const points = pairs.map(({ comparison }) => comparison.evidence.copy.inliers);
const ordinary = {
  provenance: {
    script: 'tools/calibration/measure-ordinary-pairs.ts',
    date: new Date().toISOString().slice(0, 10),
    model: modelSha256,
    data: `${pairs.length} pairs of different pictures, of those kept for fitting`,
  },
  terms: Object.fromEntries(fusionTerms.map((term) => [term, ordinaryValue(pairs, term)])),
  alikeParts: round(quantile(cells, alikeQuantile)),
  chancePoints: quantile(points, chanceQuantile),
};
const text = `${JSON.stringify(ordinary, null, 2)}\n`;
await writeFile(path.join(import.meta.dirname, '../../packages/engine/src/score/explain/ordinary-pairs.json'), text);
process.stdout.write(text);
