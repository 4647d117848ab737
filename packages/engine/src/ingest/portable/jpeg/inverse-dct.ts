/** Sides of the blocks of samples made from 8 × 8 coefficients. */
export type BlockSide = 1 | 2 | 4 | 8;

/** Fixed-point constants have 13 fractional bits; values between the passes 2. */
const constantBits = 13;
const passBits = 2;

/** The eight values to transform, and the bits the results lose. */
interface Line {
  readonly at: number;
  readonly step: number;
  readonly shift: number;
}

/** Transforms eight values, `step` apart, in place. */
type Pass = (values: Int32Array, line: Line) => void;

const pass8: Pass = (values, { at, step, shift }) => {
  const value = (index: number): number => values[at + index * step] as number;
  const round = 1 << (shift - 1);
  const rotated = (value(2) + value(6)) * 4433;
  const even2 = rotated - value(6) * 15_137;
  const even3 = rotated + value(2) * 6270;
  const sum = (value(0) + value(4)) * 8192 + round;
  const difference = (value(0) - value(4)) * 8192 + round;
  const [v7, v5, v3, v1] = [value(7), value(5), value(3), value(1)];
  const both = (v7 + v3 + v5 + v1) * 9633;
  const z1 = (v7 + v1) * -7373;
  const z2 = (v5 + v3) * -20_995;
  const z3 = (v7 + v3) * -16_069 + both;
  const z4 = (v5 + v1) * -3196 + both;
  const odd0 = v7 * 2446 + z1 + z3;
  const odd1 = v5 * 16_819 + z2 + z4;
  const odd2 = v3 * 25_172 + z2 + z3;
  const odd3 = v1 * 12_299 + z1 + z4;
  values[at] = (sum + even3 + odd3) >> shift;
  values[at + 7 * step] = (sum + even3 - odd3) >> shift;
  values[at + step] = (difference + even2 + odd2) >> shift;
  values[at + 6 * step] = (difference + even2 - odd2) >> shift;
  values[at + 2 * step] = (difference - even2 + odd1) >> shift;
  values[at + 5 * step] = (difference - even2 - odd1) >> shift;
  values[at + 3 * step] = (sum - even3 + odd0) >> shift;
  values[at + 4 * step] = (sum - even3 - odd0) >> shift;
};

const pass4: Pass = (values, { at, step, shift }) => {
  const value = (index: number): number => values[at + index * step] as number;
  const down = shift + 1;
  const mean = value(0) * 16_384 + (1 << (down - 1));
  const even = value(2) * 15_137 - value(6) * 6270;
  const [v7, v5, v3, v1] = [value(7), value(5), value(3), value(1)];
  const inner = v7 * -1730 + v5 * 11_893 + v3 * -17_799 + v1 * 8697;
  const outer = v7 * -4176 + v5 * -4926 + v3 * 7373 + v1 * 20_995;
  values[at] = (mean + even + outer) >> down;
  values[at + 3 * step] = (mean + even - outer) >> down;
  values[at + step] = (mean - even + inner) >> down;
  values[at + 2 * step] = (mean - even - inner) >> down;
};

const pass2: Pass = (values, { at, step, shift }) => {
  const value = (index: number): number => values[at + index * step] as number;
  const down = shift + 2;
  const mean = value(0) * 32_768 + (1 << (down - 1));
  const odd = value(7) * -5906 + value(5) * 6967 + value(3) * -10_426 + value(1) * 29_692;
  values[at] = (mean + odd) >> down;
  values[at + step] = (mean - odd) >> down;
};

const passes: Readonly<Record<2 | 4 | 8, Pass>> = { 2: pass2, 4: pass4, 8: pass8 };

/** Samples of a plane and their stride. */
export interface SamplePlane {
  readonly stride: number;
  readonly samples: Uint8ClampedArray;
}

/** A block's coefficients, their offset and multipliers. */
export interface BlockSource {
  readonly coefficients: Int16Array;
  readonly from: number;
  readonly quant: Uint16Array;
}

const work = new Int32Array(64);

/**
 * Turns a block into `side` × `side` samples, as in shrink-on-load decoding.
 * @param to  index of the block's first sample.
 * @source libjpeg, jidctint.c and jidctred.c: the accurate integer transform and its reduced forms; equal to the bit.
 */
export function inverseDct(
  { coefficients, from, quant }: BlockSource,
  side: BlockSide,
  { samples, stride, to }: SamplePlane & { readonly to: number },
): void {
  if (side === 1) {
    samples[to] = (((coefficients[from] as number) * (quant[0] as number) + 4) >> 3) + 128;
    return;
  }
  for (let at = 0; at < 64; at += 1) work[at] = (coefficients[from + at] as number) * (quant[at] as number);
  const pass = passes[side];
  for (let column = 0; column < 8; column += 1) pass(work, { at: column, step: 8, shift: constantBits - passBits });
  for (let row = 0; row < side; row += 1) {
    pass(work, { at: row * 8, step: 1, shift: constantBits + passBits + 3 });
    for (let x = 0; x < side; x += 1) samples[to + row * stride + x] = (work[row * 8 + x] as number) + 128;
  }
}
