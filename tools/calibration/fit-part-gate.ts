import process from 'node:process';
import { partOdds } from '../../packages/engine/src/score/part/part-gate.ts';
import { partRule, partTermNames } from '../../packages/engine/src/score/part/part-rule.ts';
import type { PartWeights } from '../../packages/engine/src/score/part/part-rule.ts';
import { evaluationCache } from '../eval/evaluation-cache.ts';
import { extractAll } from '../eval/extract-all.ts';
import type { FeaturesOf } from '../eval/extract-all.ts';
import { measurePairs } from '../eval/pair-evidence.ts';
import { purposeOf, preparePictureSet } from '../eval/pictures/picture-set.ts';
import type { PictureSet } from '../eval/pictures/picture-set.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { fitLogistic } from './logistic.ts';
import { preparePartCopies } from './part/part-copies.ts';
import { buildPartPairs } from './part/part-pairs.ts';
import { searchCosts } from './part/search-costs.ts';
import { soughtPairs } from './part/sought-pairs.ts';
import type { SoughtKind, SoughtPair } from './part/sought-pairs.ts';
import { gateTable } from './part/gate-table.ts';
import { readCommandLine } from '../../scripts/command-line.ts';

readCommandLine('npm run calibrate:parts -w tools\n\nFits the log-odds of parts and prints them. It takes no options.');

/**
 * `npm run calibrate:parts`: makes copies anew of the photographs that learn and fit, looks for everything in them, fits
 * the log-odds that a part is found, and prints them beside those of `part-rule.ts`, with what each bound finds and
 * costs. They are rounded by hand into that file.
 */
const freely = [-100, 100] as const;

/** Features of both purposes that are not measured. */
async function featuresOfBoth(set: PictureSet): Promise<FeaturesOf> {
  const [learn, fit] = [await extractAll({ set, purpose: 'learn' }), await extractAll({ set, purpose: 'fit' })];
  return (entry) => (purposeOf(entry) === 'fit' ? fit : learn)(entry);
}

/** The log-odds of one kind of part: of copies in which it is found, against different pictures. */
function fitKind(pairs: readonly SoughtPair[], kind: SoughtKind['kind']): PartWeights {
  const examples = pairs.flatMap(({ pair, kinds }) =>
    kinds
      .filter((sought) => sought.kind === kind && (sought.found || pair.relation === 'different'))
      .map(({ terms, found }) => ({ features: partTermNames.map((name) => terms[name]), isFound: found })),
  );
  const means = partTermNames.map(
    (_, at) => examples.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / examples.length,
  );
  const fit = fitLogistic(
    examples.map(({ features, isFound }) => ({
      features: features.map((value, at) => value - (means[at] ?? 0)),
      label: isFound ? 1 : 0,
      weight: 1,
    })),
    { bounds: partTermNames.map(() => freely), ridge: 1e-4, iterations: 3000 },
  );
  const bias = fit.weights.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), fit.bias);
  const weights = Object.fromEntries(partTermNames.map((name, at) => [name, fit.weights[at] ?? 0]));
  return { ...(weights as Omit<PartWeights, 'bias'>), bias };
}

const rounded = (weights: PartWeights): string =>
  JSON.stringify(Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Number(value.toFixed(2))])));

const main = await preparePictureSet(evaluationCache, progressBar());
const set = await preparePartCopies(main, evaluationCache, progressBar());
const featuresOf = await featuresOfBoth(set);
const measured = measurePairs(buildPartPairs(set.entries), featuresOf);
const pairs = await soughtPairs({ set, featuresOf }, measured);
const fitted = { object: fitKind(pairs, 'object'), whole: fitKind(pairs, 'whole') };
for (const kind of ['object', 'whole'] as const) {
  process.stdout.write(`${kind}: fitted ${rounded(fitted[kind])}\n`);
  process.stdout.write(`${kind}: in use ${rounded(partRule[kind])}\n`);
}
const costs = await searchCosts({ set, featuresOf }, measured);
const oddsBy =
  (weights: typeof fitted) =>
  ({ kind, terms }: SoughtKind) =>
    partOdds(terms, weights[kind]);
process.stdout.write(`\nas fitted\n${gateTable(pairs, measured, { oddsOf: oddsBy(fitted), costs })}\n`);
process.stdout.write(`\nin use\n${gateTable(pairs, measured, { oddsOf: oddsBy(partRule), costs })}\n`);
