import { expect, test } from 'vitest';
import { pictureTraits } from './picture-traits.ts';
import { placeRaster } from './raster-kernels.ts';

/** The share under bars of a picture of 100 × 100 px: stripes, and white in so many lines of each edge. */
function barShareWith({
  topAndBottom = 0,
  leftAndRight = 0,
}: {
  topAndBottom?: number;
  leftAndRight?: number;
}): number {
  const side = 100;
  const isWhite = (at: number, depth: number): boolean => at < depth || at >= side - depth;
  const luma = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    return isWhite(y, topAndBottom) || isWhite(x, leftAndRight) ? 255 : ((x + y) % 20) * 10;
  });
  const plane = { width: side, height: side, data: luma };
  return pictureTraits(placeRaster({ width: side, height: side, data: new Uint8Array(side * side * 3) }), plane)
    .barShare;
}

test.each([
  ['no bars', {}, 0],
  ['letterbox', { topAndBottom: 15 }, 0.3],
  ['pillarbox', { leftAndRight: 10 }, 0.2],
  ['a page with margins all round', { topAndBottom: 15, leftAndRight: 10 }, 0],
])('%s', (_name, edges, share) => {
  expect(barShareWith(edges)).toBeCloseTo(share, 10);
});
