/** The sign with the space before it, which no line breaks at. */
export const percentSign = '\u00A0%';

/** A share of 1 in per cent, with so many digits after the point. */
export function inPercent(share: number, digits: number): string {
  return `${(share * 100).toFixed(digits)}${percentSign}`;
}

/** A share in per cent, whole but near none. */
export function roundPercent(share: number): string {
  return inPercent(share, share > 0 && share < 0.1 ? 1 : 0);
}
