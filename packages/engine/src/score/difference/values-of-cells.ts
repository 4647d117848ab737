import { agreementOf } from './compare-laid.ts';
import { containmentOf } from './containment.ts';
import { ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';
import type { CellMatches, GradientPair } from './search-cells.ts';

/** What cells say at one resolution, one entry a cell; values of several resolutions are blended into one another. */
export interface BlendedValues {
  /** Agreement 0…1. */
  readonly agreement: Float32Array;
  /** How far the reference's content is contained in the other picture, 0…1, and the other way round. */
  readonly contained: Float32Array;
  readonly otherContained: Float32Array;
}

export const valueNames = ['agreement', 'contained', 'otherContained'] as const;

const containedFrom = 0.35;
const containedTo = 0.65;

const containedShare = (value: number): number => ramp(value, containedFrom, containedTo);

/** As `map` does, which boxes every value. */
function eachOf(values: Float32Array, change: (value: number) => number): Float32Array {
  const changed = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) changed[at] = change(values[at] as number);
  return changed;
}

/** Agreement and containment of cells that were looked for. */
export function valuesOfCells(matches: CellMatches, pair: GradientPair, gain: number): BlendedValues {
  const containment = containmentOf(matches, pair, gain);
  return {
    agreement: eachOf(matches.least, agreementOf),
    contained: eachOf(containment.reference, containedShare),
    otherContained: eachOf(containment.other, containedShare),
  };
}

/** Whether a cell is empty in both pictures. */
export function isEmpty({ weights, otherWeights }: RegisteredPair['comparison'], cell: number): boolean {
  return weights[cell] === 0 && otherWeights[cell] === 0;
}
