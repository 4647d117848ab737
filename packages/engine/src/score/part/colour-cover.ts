/** Squared, the values of a histogram are shares of the picture, 0…1. */
type RootShares = Float32Array;

/** Smallest share of another picture that something is looked for to take: what colours it has, the other has a tenth as much of. */
const leastShare = 0.1;

/** How much of one picture's colours the other has, as far as it could hold that picture, 0…1. */
export interface ColourCover {
  /** Of all its colours. */
  readonly whole: number;
  /** Of all but the most frequent one, which is the ground where there is one. */
  readonly object: number;
}

/** The most frequent colour. */
function groundOf(colours: RootShares): number {
  let ground = 0;
  for (let bin = 1; bin < colours.length; bin += 1)
    if ((colours[bin] as number) > (colours[ground] as number)) ground = bin;
  return ground;
}

/**
 * Compares colours alone: a picture that lies within another one has no colours that the other has not.
 * @param own    histogram of the picture that is looked for: square roots of shares.
 * @param other  histogram of the one that may hold it.
 */
export function colourCover(own: RootShares, other: RootShares): ColourCover {
  const ground = groundOf(own);
  const left = 1 - (own[ground] as number) * (own[ground] as number);
  let [whole, object] = [0, 0];
  for (let bin = 0; bin < own.length; bin += 1) {
    const share = (own[bin] as number) * (own[bin] as number);
    const most = ((other[bin] as number) * (other[bin] as number)) / leastShare;
    whole += Math.min(share, most);
    if (bin !== ground && left > 0) object += Math.min(share / left, most);
  }
  return { whole, object };
}
