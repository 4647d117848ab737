import type { RigidityRule } from './difference-rule.ts';
import type { DifferenceNumbers } from './difference-evidence.ts';
import { ramp } from './quantile.ts';

/** The larger share of a whole picture that is seen again. */
export function coveredShare({ coversFirst, coversSecond }: DifferenceNumbers): number {
  return Math.max(coversFirst, coversSecond);
}

/** Up to this share seen again, what lies close by tells that the view has changed. */
export const mostlySeenAgain = 0.8;
/** Lines of text lie close to other lines of text: with fine detail that says nothing of the view. */
const closeFineDetail = [0.1, 0.2] as const;
/** What lies in its place to this share of a side, and agrees so exactly, was not turned either. */
const inPlace = [0.02, 0.05] as const;
const inPlaceExact = [0.92, 0.96] as const;

/** How far the view has changed, by what lies close by: 0…1. */
function viewChange(numbers: DifferenceNumbers, { nearby }: RigidityRule): number {
  if (coveredShare(numbers) >= mostlySeenAgain) return 0;
  const { movement, exactness } = numbers;
  const unturned = (1 - ramp(movement, ...inPlace)) * ramp(exactness, ...inPlaceExact);
  return ramp(numbers.nearby, ...nearby) * (1 - unturned);
}

/**
 * How far the pictures are flat sheets of one another, 0…1, so that what disagrees is other content. They are where what
 * agrees agrees exactly; where both have fine detail that agrees; where the frame has not moved and the rest agrees well;
 * where both are drawings; or where next to nothing of much content is seen again. Where things agree roughly, in other
 * places, or where the rest lies close by, the view has changed, and disagreement says little.
 */
export function rigidityOf(numbers: DifferenceNumbers, rule: RigidityRule): number {
  const { exactness, fineDetail, movement, contentCells, drawn } = numbers;
  const changed = viewChange(numbers, rule);
  const exact = ramp(exactness, ...rule.exact) * (1 - ramp(movement, ...rule.movement)) * (1 - changed);
  const fine = ramp(fineDetail, ...rule.fineDetail);
  const frame = (1 - ramp(movement, ...rule.still)) * ramp(exactness, ...rule.stillExact);
  const still = frame * (1 - changed * (1 - ramp(fineDetail, ...closeFineDetail)));
  const other = (1 - ramp(coveredShare(numbers), ...rule.little)) * ramp(contentCells, ...rule.muchContent);
  return Math.max(exact, fine, still, other, drawn);
}
