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

interface Sums {
  product: number;
  own: number;
  other: number;
  count: number;
}

function sumsOf({ gradients, left, top }: LaidPart, there: Gradients): Map<number, Sums> {
  const { x, y } = gradients;
  const columns = Math.ceil(x.width / cellSide);
  const cells = new Map<number, Sums>();
  for (const [at, counts] of x.mask.entries()) {
    if (counts === 0) continue;
    const [column, row] = [at % x.width, Math.floor(at / x.width)];
    const over = (top + row) * there.x.width + left + column;
    const [ownX, ownY] = [x.data[at] as number, y.data[at] as number];
    const [otherX, otherY] = [there.x.data[over] as number, there.y.data[over] as number];
    const key = Math.floor(row / cellSide) * columns + Math.floor(column / cellSide);
    const cell = cells.get(key) ?? { product: 0, own: 0, other: 0, count: 0 };
    cell.product += ownX * otherX + ownY * otherY;
    cell.own += ownX * ownX + ownY * ownY;
    cell.other += otherX * otherX + otherY * otherY;
    cell.count += 1;
    cells.set(key, cell);
  }
  return cells;
}

/** Compares cell by cell what lies on one another: a few strong edges must not speak for all. */
export function agreeingCells(laid: LaidPart, there: Gradients): AgreeingCells {
  let [content, agreed] = [0, 0];
  for (const { product, own, other, count } of sumsOf(laid, there).values()) {
    if (count < leastPixels) continue;
    const weight = Math.min(1, Math.sqrt(Math.max(own, other) / count) / textured);
    const correlation = product / Math.sqrt((own + noise * count) * (other + noise * count));
    content += weight;
    agreed += weight * Math.min(1, Math.max(0, (correlation - agreement[0]) / (agreement[1] - agreement[0])));
  }
  return { content, agreeing: content === 0 ? 0 : agreed / content };
}
