/** Maps (x, y) to (a·x − b·y + tx, b·x + a·y + ty), after mirroring x to −x when `mirrored`. */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
  readonly mirrored: boolean;
}

export type Point = readonly [x: number, y: number];

/** Where the transform takes a point. */
export function applyTransform({ a, b, tx, ty, mirrored }: SimilarityTransform, [x, y]: Point): Point {
  const across = mirrored ? -x : x;
  return [a * across - b * y + tx, b * across + a * y + ty];
}

/** Where a point comes from under the transform. */
export function invertTransform({ a, b, tx, ty, mirrored }: SimilarityTransform, [x, y]: Point): Point {
  const square = a * a + b * b;
  const across = (a * (x - tx) + b * (y - ty)) / square;
  const down = (a * (y - ty) - b * (x - tx)) / square;
  return [mirrored ? -across : across, down];
}

/** The transform that undoes another; mirrored when that is, and then turned the same way round. */
export function inverseOf({ a, b, tx, ty, mirrored }: SimilarityTransform): SimilarityTransform {
  const square = a * a + b * b;
  const linear = { a: a / square, b: (mirrored ? b : -b) / square, tx: 0, ty: 0, mirrored };
  const [x, y] = applyTransform(linear, [tx, ty]);
  return { ...linear, tx: -x, ty: -y };
}
