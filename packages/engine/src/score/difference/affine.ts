/**
 * An affine transform [a, b, c, d, e, f]: (x, y) goes to (a·x + b·y + c, d·x + e·y + f). Pixels are squares: the first
 * pixel of a plane reaches from 0 to 1, its centre lies at ½.
 */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f];
}

/** Area that one unit of area becomes; negative where the transform mirrors. */
export function determinantOf([a, b, , d, e]: Affine): number {
  return a * e - b * d;
}

/** The transform that undoes another; its determinant must not be 0. */
export function inverseAffine(affine: Affine): Affine {
  const [a, b, c, d, e, f] = affine;
  const area = determinantOf(affine);
  const [p, q, s, t] = [e / area, -b / area, -d / area, a / area];
  return [p, q, -(p * c + q * f), s, t, -(s * c + t * f)];
}

/** How much longer lengths become, in the mean of all directions. */
export function scaleOf(affine: Affine): number {
  return Math.sqrt(Math.abs(determinantOf(affine)));
}

/** Where the transform takes a point. */
export function applyAffine([a, b, c, d, e, f]: Affine, [x, y]: readonly [number, number]): [number, number] {
  return [a * x + b * y + c, d * x + e * y + f];
}

/** Stretches both axes. */
export function stretch(across: number, down: number): Affine {
  return [across, 0, 0, 0, down, 0];
}
