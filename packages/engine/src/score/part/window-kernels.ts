import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { windowKernels } from './generated/window-kernels.ts';

/** The exports of `window-kernels.wat`. */
interface WindowKernels {
  readonly memory: LinearMemory;
  slide(
    ...places: readonly [
      ...template: readonly [template: number, mask: number, vectors: number, rows: number],
      ...plane: readonly [plane: number, stride: number, across: number, down: number],
      out: number,
    ]
  ): void;
}

/** 16-bit words, row-major. */
export interface WordPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Int16Array;
}

/** What is laid over a plane: words that are zero where `mask` is; the mask is −1 where a word counts. */
export interface Masked extends WordPlane {
  readonly mask: Int16Array;
}

/** Where the template's first corner is laid: `across` × `down` places from (`left`, `top`) on. */
export interface Places {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** Numbers a place: the sum of products, and of what the mask leaves of the plane the sum and the sum of squares. */
export const sumsEach = 3;

const lanes = 8;
const wordBytes = 2;
let shared: WindowKernels | undefined;

function copyRows(words: Int16Array, at: number, rows: { from: Int16Array; width: number; vectors: number }): void {
  const { from, width, vectors } = rows;
  for (let row = 0; row * width < from.length; row += 1)
    words.set(from.subarray(row * width, (row + 1) * width), at + row * vectors * lanes);
}

/**
 * Sums over a template and every window of a plane under it; exact, so the same on every machine.
 * @param places  the template has to lie within the plane at each of them.
 */
export function slide(template: Masked, plane: WordPlane, { left, top, across, down }: Places): Int32Array {
  shared ??= startModule<WindowKernels>(windowKernels);
  const { memory } = shared;
  const vectors = Math.ceil(template.width / lanes);
  const templateWords = vectors * lanes * template.height;
  const planeAt = 2 * templateWords;
  const from = top * plane.width;
  const seen = plane.data.subarray(from, from + (down + template.height - 1) * plane.width);
  const outAt = (planeAt + seen.length + lanes + 1) & ~1;
  growTo(memory, outAt * wordBytes + across * down * sumsEach * 4);
  const words = new Int16Array(memory.buffer);
  words.fill(0, 0, planeAt);
  copyRows(words, 0, { from: template.data, width: template.width, vectors });
  copyRows(words, templateWords, { from: template.mask, width: template.width, vectors });
  words.set(seen, planeAt);
  shared.slide(
    ...([0, templateWords * wordBytes, vectors, template.height] as const),
    ...([(planeAt + left) * wordBytes, plane.width * wordBytes, across, down] as const),
    outAt * wordBytes,
  );
  return new Int32Array(memory.buffer, outAt * wordBytes, across * down * sumsEach).slice();
}
