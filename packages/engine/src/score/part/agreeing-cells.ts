import { noise } from './confirm-part.ts';
import type { LaidPart } from './confirm-part.ts';
import type { AgreeingCells } from './part-evidence.ts';
import type { Gradients } from './word-gradients.ts';

const cellSide = 8;
const leastPixels = 16;
/** RMS gradient, in halved levels, of a textured cell. */
const textured = 6;
/** Correlations between which a cell's agreement rises from 0 to 1. */
const agreement = [0.4, 0.7] as const;

/** Numbers a cell: sums of products and of squares, of what is laid and of what lies under it, and the pixels counted. */
const sumsEach = 4;

function sumsOf({ gradients, left, top }: LaidPart, there: Gradients): Float64Array {
  const { x, y } = gradients;
  const columns = Math.ceil(x.width / cellSide);
  const sums = new Float64Array(sumsEach * columns * Math.ceil(x.height / cellSide));
  for (let row = 0, at = 0; row < x.height; row += 1) {
    const cells = sumsEach * columns * Math.floor(row / cellSide);
    for (let over = (top + row) * there.x.width + left, column = 0; column < x.width; column += 1, at += 1, over += 1) {
      if (x.mask[at] === 0) continue;
      const [ownX, ownY] = [x.data[at] as number, y.data[at] as number];
      const [otherX, otherY] = [there.x.data[over] as number, there.y.data[over] as number];
      const cell = cells + sumsEach * Math.floor(column / cellSide);
      sums[cell] = (sums[cell] as number) + ownX * otherX + ownY * otherY;
      sums[cell + 1] = (sums[cell + 1] as number) + ownX * ownX + ownY * ownY;
      sums[cell + 2] = (sums[cell + 2] as number) + otherX * otherX + otherY * otherY;
      sums[cell + 3] = (sums[cell + 3] as number) + 1;
    }
  }
  return sums;
}

/** Compares cell by cell what lies on one another: a few strong edges must not speak for all. */
export function agreeingCells(laid: LaidPart, there: Gradients): AgreeingCells {
  const sums = sumsOf(laid, there);
  let [content, agreed] = [0, 0];
  for (let cell = 0; cell < sums.length; cell += sumsEach) {
    const [product, own, other, count] = sums.subarray(cell, cell + sumsEach) as unknown as [
      number,
      number,
      number,
      number,
    ];
    if (count < leastPixels) continue;
    const weight = Math.min(1, Math.sqrt(Math.max(own, other) / count) / textured);
    const correlation = product / Math.sqrt((own + noise * count) * (other + noise * count));
    content += weight;
    agreed += weight * Math.min(1, Math.max(0, (correlation - agreement[0]) / (agreement[1] - agreement[0])));
  }
  return { content, agreeing: content === 0 ? 0 : agreed / content };
}
