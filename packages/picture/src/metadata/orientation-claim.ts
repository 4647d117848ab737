import type { HeaderFacts, Orientation, OrientationSource } from '../header-facts.ts';

/** The header facts that come from metadata. */
export type OrientationClaim = Pick<HeaderFacts, 'orientation' | 'orientationSource'>;

/** No metadata, or metadata that says "upright". */
export const upright: OrientationClaim = { orientation: 1, orientationSource: 'none' };

/** Makes a claim from a raw number; anything outside 2–8 means upright. */
export function orientationClaim(value: number, source: OrientationSource): OrientationClaim {
  return isTurned(value) ? { orientation: value, orientationSource: source } : upright;
}

/** The first claim, or the later one if the first says "upright". */
export function firstTurned(first: OrientationClaim, later: OrientationClaim): OrientationClaim {
  return first.orientation === 1 ? later : first;
}

function isTurned(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 2 && value <= 8;
}
