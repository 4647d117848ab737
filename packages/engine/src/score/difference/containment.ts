import { cellSide } from './cell-grid.ts';
import { gradientUnit } from './gradients.ts';
import type { CellMatches, GradientPair } from './search-cells.ts';

/** How much of each picture's content a cell of the other contains, −1…1, one entry a cell. */
export interface Containment {
  readonly reference: Float32Array;
  readonly other: Float32Array;
}

/** Gradient, in grey values, that every pixel has in the denominators. */
const floorGradient = 1;
const componentShare = 0.25;

/** Sums over one cell: of both pictures' gradients, and of what they have in common, negative where they oppose each other. */
interface Contents {
  readonly own: readonly [number, number];
  readonly common: readonly [number, number];
}

function containedShare({ own, common }: Contents, floor: number): number {
  const all = own[0] + own[1] + floor;
  const alone = (axis: 0 | 1): number =>
    own[axis] / all > componentShare ? common[axis] / (own[axis] + floor / 2) : 1;
  return Math.min((common[0] + common[1]) / all, alone(0), alone(1));
}

/** One axis of a cell: sums of |reference|, |other| and of the smaller one, signed. */
function axisSums(
  reference: Int16Array,
  other: Int16Array,
  cell: { from: number; to: number; width: number; gain: number },
): [number, number, number] {
  let [own, others, common] = [0, 0, 0];
  for (let row = 0; row < cellSide; row += 1) {
    const start = cell.from + row * cell.width;
    const shift = cell.to - cell.from;
    for (let at = start; at < start + cellSide; at += 1) {
      const first = reference[at] as number;
      const second = (other[at + shift] as number) / cell.gain;
      const [a, b] = [Math.abs(first), Math.abs(second)];
      own += a;
      others += b;
      common += first * second > 0 ? Math.min(a, b) : -Math.min(a, b);
    }
  }
  return [own, others, common];
}

/**
 * What of one picture is still there in the other, edge by edge: text or a stamp laid over a copy leaves the original
 * contained, other content in its place does not.
 * @param gain  contrast of the other picture for one of the reference.
 */
export function containmentOf(matches: CellMatches, pair: GradientPair, gain: number): Containment {
  const { grid, inside, shiftX, shiftY } = matches;
  const { width } = pair.reference;
  const floor = floorGradient * gradientUnit * cellSide * cellSide;
  const found = { reference: new Float32Array(inside.length), other: new Float32Array(inside.length) };
  for (let cell = 0; cell < inside.length; cell += 1) {
    if (inside[cell] === 0) continue;
    const left = grid.left[cell % grid.columns] as number;
    const top = grid.top[Math.floor(cell / grid.columns)] as number;
    const from = top * width + left;
    const to = from + (shiftY[cell] as number) * width + (shiftX[cell] as number);
    const place = { from, to, width, gain };
    const [ax, bx, cx] = axisSums(pair.reference.x, pair.other.x, place);
    const [ay, by, cy] = axisSums(pair.reference.y, pair.other.y, place);
    found.reference[cell] = containedShare({ own: [ax, ay], common: [cx, cy] }, floor);
    found.other[cell] = containedShare({ own: [bx, by], common: [cx, cy] }, floor);
  }
  return found;
}
