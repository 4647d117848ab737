import process from 'node:process';
import { measureLookAlikePairs, measurePurpose } from '../eval/measure-purpose.ts';
import { prepareAll } from '../eval/prepare.ts';
import { defaultRule } from '../../packages/engine/src/score/difference/difference-rule.ts';
import type { DifferenceRule } from '../../packages/engine/src/score/difference/difference-rule.ts';
import { ruleLoss } from './rule-loss.ts';
import { readCommandLine } from '../../scripts/command-line.ts';

readCommandLine('npm run calibrate:rule -w tools\n\nFits the difference rule and prints it. It takes no options.');

/**
 * `npm run calibrate:rule`: tries every constant of the difference rule a step up and down on the families and
 * photographs kept for fitting, keeps what lowers the loss, and prints the rule. It is rounded by hand into
 * `src/score/difference/difference-rule.ts`: a constant whose last digits matter is fitted to the sample.
 */
type Path = readonly (string | number)[];

const steps: readonly { readonly path: Path; readonly step: number }[] = [
  ...[4, 5].flatMap((knot) => [0, 1].map((side) => ({ path: ['kept', knot, side], step: 0.02 }))),
  ...['disagreement', 'colour', 'largest'].map((name) => ({ path: ['takenOff', name], step: 0.05 })),
  ...[0, 1].map((side) => ({ path: ['wholly', side], step: 0.02 })),
  ...['exact', 'movement', 'nearby', 'fineDetail', 'still', 'stillExact', 'little'].flatMap((name) =>
    [0, 1].map((side) => ({ path: ['rigidity', name, side], step: 0.04 })),
  ),
  ...[0, 1].map((side) => ({ path: ['rigidity', 'muchContent', side], step: 20 })),
];

/** The rule with one constant changed; undefined where its ramps or knots would no longer rise. */
function changed(rule: DifferenceRule, path: Path, by: number): DifferenceRule | undefined {
  const next = structuredClone(rule);
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], next);
  const [last = ''] = path.slice(-1);
  (holder as Record<string, number>)[last] = Number((((holder as Record<string, number>)[last] ?? 0) + by).toFixed(4));
  const ramps = [next.wholly, ...Object.values(next.rigidity)];
  const rises = next.kept.every(
    ([x, y], at) => at === 0 || (x > (next.kept[at - 1]?.[0] ?? 0) && y >= (next.kept[at - 1]?.[1] ?? 0)),
  );
  return rises && ramps.every(([from, to]) => from < to) ? next : undefined;
}

/** One round over all constants. */
function improve(start: DifferenceRule, lossOf: (rule: DifferenceRule) => number): DifferenceRule {
  let best = { rule: start, loss: lossOf(start) };
  for (const { path, step } of steps) {
    for (const by of [step, -step]) {
      const rule = changed(best.rule, path, by);
      const loss = rule === undefined ? Number.POSITIVE_INFINITY : lossOf(rule);
      if (rule === undefined || loss >= best.loss) continue;
      process.stdout.write(
        `${path.join('.')} ${by > 0 ? '+' : ''}${by}: loss ${best.loss.toFixed(3)} → ${loss.toFixed(3)}\n`,
      );
      best = { rule, loss };
    }
  }
  return best.rule;
}

const rounds = 3;
await prepareAll();
const lookAlikes = await measureLookAlikePairs({ purpose: 'fit', oneIn: 1 });
const { main } = await measurePurpose({ purpose: 'fit', seed: 1, oneIn: 1 });
const lossOf = ruleLoss([...lookAlikes.pairs, ...main.pairs], 'generic');
let rule = defaultRule;
for (let round = 0; round < rounds; round += 1) rule = improve(rule, lossOf);
process.stdout.write(
  `loss ${lossOf(defaultRule).toFixed(3)} → ${lossOf(rule).toFixed(3)}\n${JSON.stringify(rule, null, 2)}\n`,
);
