import { spreadGrey } from './raw-pixels.ts';
import type { RawPixels } from './raw-pixels.ts';

/** Grounds on which transparent pictures are laid. */
export const grounds = ['white', 'black'] as const;
export type Ground = (typeof grounds)[number];

/** Transparency of a picture, independent of its ground. */
export interface Transparency {
  /** Share of pixels, 0…1, through which the ground is visible. */
  readonly share: number;
  /** Whether every pixel is clear. */
  readonly isEmpty: boolean;
  /** Mean distance of the visible content from each ground, weighted by alpha, 0…255; far below 24 it is indistinguishable from the ground. */
  readonly distance: Readonly<Record<Ground, number>>;
}

/** Alpha below which a pixel counts as transparent. */
const solidAlpha = 250;
/** Alpha up to which a pixel counts as invisible. */
const unseenAlpha = 8;
const opaque: Transparency = { share: 0, isEmpty: false, distance: { white: 255, black: 255 } };

/** Measures the transparency of pixels; opaque pictures take a fast pass. */
export function transparencyOf(pixels: RawPixels): Transparency {
  const clear = pixels.channels === 4 ? countClear(pixels.data) : 0;
  return clear === 0 ? opaque : measureSeen(pixels.data, clear);
}

function countClear(data: Uint8Array): number {
  let clear = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] as number) < solidAlpha) clear += 1;
  return clear;
}

function measureSeen(data: Uint8Array, clear: number): Transparency {
  let most = 0;
  let [total, fromWhite, fromBlack] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    if (alpha === 0) continue;
    if (alpha > most) most = alpha;
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    total += alpha;
    fromWhite += alpha * (255 - Math.min(red, green, blue));
    fromBlack += alpha * Math.max(red, green, blue);
  }
  const mean = (sum: number): number => (total === 0 ? 0 : sum / total);
  return {
    share: (clear * 4) / data.length,
    isEmpty: most <= unseenAlpha,
    distance: { white: mean(fromWhite), black: mean(fromBlack) },
  };
}

/** Three channels in the pixels' own order: grey is spread, alpha is laid on the ground. */
export function layOn(pixels: RawPixels, ground: Ground): Uint8Array {
  switch (pixels.channels) {
    case 1:
      return spreadGrey(pixels.data, 1);
    case 3:
      return pixels.data;
    case 4:
      return flatten(pixels.data, ground === 'white' ? 255 : 0);
  }
}

/** Rounded down like `vips_flatten`, so that a bitmap and a PNG of the same pixels agree. */
function flatten(colourAndAlpha: Uint8Array, level: number): Uint8Array {
  const colour = new Uint8Array((colourAndAlpha.length / 4) * 3);
  for (let from = 0, to = 0; from < colourAndAlpha.length; from += 4, to += 3) {
    const alpha = colourAndAlpha[from + 3] as number;
    if (alpha === 255) {
      colour[to] = colourAndAlpha[from] as number;
      colour[to + 1] = colourAndAlpha[from + 1] as number;
      colour[to + 2] = colourAndAlpha[from + 2] as number;
      continue;
    }
    const behind = level * (255 - alpha);
    colour[to] = dividedBy255((colourAndAlpha[from] as number) * alpha + behind);
    colour[to + 1] = dividedBy255((colourAndAlpha[from + 1] as number) * alpha + behind);
    colour[to + 2] = dividedBy255((colourAndAlpha[from + 2] as number) * alpha + behind);
  }
  return colour;
}

/** Integer quotient for 0 – 65,534; twice as fast as a division, which yields floating-point numbers. */
function dividedBy255(value: number): number {
  return (value + 1 + (value >> 8)) >> 8;
}
