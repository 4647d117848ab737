import type { HeaderFacts, Orientation, OrientationSource } from '../header-facts.ts';

/** The part of the header facts that metadata decides. */
export type OrientationClaim = Pick<HeaderFacts, 'orientation' | 'orientationSource'>;

/** No metadata, or metadata that says "upright". */
export const upright: OrientationClaim = { orientation: 1, orientationSource: 'none' };

/** A claim from a raw number: anything outside 2–8 is no rotation. */
export function orientationClaim(value: number, source: OrientationSource): OrientationClaim {
  return isTurned(value) ? { orientation: value, orientationSource: source } : upright;
}

/** The first claim stays; a later one counts only where the first says "upright". */
export function firstTurned(first: OrientationClaim, later: OrientationClaim): OrientationClaim {
  return first.orientation === 1 ? later : first;
}

function isTurned(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 2 && value <= 8;
}
