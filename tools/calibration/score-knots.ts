import type { MeasuredPair } from '../eval/pair-evidence.ts';
import type { Knots } from '../../packages/engine/src/score/calibration.ts';

/** Value below which `share` of the sorted values lie. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

function sortedOf(values: ReadonlyMap<MeasuredPair, number>, keep: (pair: MeasuredPair) => boolean): number[] {
  const kept = [...values].filter(([pair]) => keep(pair)).map(([, value]) => value);
  return kept.toSorted((a, b) => a - b);
}

/** The value that no more than `rate` of the different pairs exceed, of photographs and of furniture, each for itself. */
export function strictest(values: ReadonlyMap<MeasuredPair, number>, rate: number): number {
  const passing = (role: MeasuredPair['role']): number =>
    quantile(
      sortedOf(values, (pair) => pair.relation === 'different' && pair.role === role),
      1 - rate,
    );
  return Math.max(passing('photograph'), passing('furniture'));
}

/**
 * Where the score's stated marks lie: up to 0.5 by the share of different pairs that may pass; 0.7 where nine in ten
 * pairs of different things before one and the same photograph stay below; above that by copies.
 */
export function scoreKnots(zOf: ReadonlyMap<MeasuredPair, number>): Knots {
  const different = sortedOf(zOf, ({ relation }) => relation === 'different');
  const scenes = sortedOf(zOf, ({ relation }) => relation === 'same scene');
  const copies = sortedOf(zOf, ({ relation, role }) => relation === 'copy' && role === 'photograph');
  const marks: [number, number][] = [
    [(different[0] ?? 0) - 1, 0],
    [strictest(zOf, 0.5), 0.08],
    [strictest(zOf, 0.03), 0.2],
    [strictest(zOf, 0.003), 0.32],
    [strictest(zOf, 0.0005), 0.5],
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
