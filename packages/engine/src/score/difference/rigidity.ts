import type { DifferenceNumbers } from './difference-evidence.ts';
import { ramp } from './quantile.ts';

type Ramp = readonly [from: number, to: number];

/** Whether disagreement may count. */
export interface RigidityRule {
  /** By how exactly what agrees agrees. */
  readonly exact: Ramp;
  /** By movement: up to where a picture lies as the other does, and how exact it then has to be. */
  readonly still: Ramp;
  readonly exactWhereStill: Ramp;
  /** By the share of the rest that lies close by: from where on the view has changed, */
  readonly nearby: Ramp;
  /** unless both have so much fine detail: lines of a table find their like close by. */
  readonly someDetail: Ramp;
  /** By fine detail that both have, unless the picture moved so far. */
  readonly fineDetail: Ramp;
  readonly movement: Ramp;
}

/** Up to this share seen again, what lies close by tells that the view has changed. */
const mostlySeenAgain = 0.8;

/**
 * How far the pictures are flat sheets of one another, 0…1. Where what agrees agrees exactly, or lies where it lay, or has
 * fine detail, and where both are drawings, the rest is other content. Where it agrees roughly, or the rest lies close by,
 * the view has changed. (Other views of things move by a seventh of the picture and more; forms and frames do not move.)
 */
export function rigidityOf(numbers: DifferenceNumbers, rule: RigidityRule): number {
  const covered = Math.max(numbers.coversFirst, numbers.coversSecond);
  const moved = covered < mostlySeenAgain ? ramp(numbers.nearby, ...rule.nearby) : 0;
  const exact = ramp(numbers.exactness, ...rule.exact) * (1 - moved);
  const fine = ramp(numbers.fineDetail, ...rule.fineDetail) * (1 - ramp(numbers.movement, ...rule.movement));
  const still = (1 - ramp(numbers.movement, ...rule.still)) * ramp(numbers.exactness, ...rule.exactWhereStill);
  const stillHere = still * (1 - moved * (1 - ramp(numbers.fineDetail, ...rule.someDetail)));
  return Math.max(exact, fine, stillHere, numbers.drawn);
}
