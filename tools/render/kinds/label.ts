import type { Random } from '../math/random.ts';
import { createArtwork, lettering, outline, paint, rectangle } from '../texture/artwork.ts';
import type { Artwork } from '../texture/artwork.ts';
import type { Palette } from '../texture/patterns.ts';
import { paintEmblem } from './emblem.ts';

/** Made-up brands. */
export const brands = [
  'OLIVA',
  'ALMA',
  'NORTE',
  'SOLERA',
  'KUMO',
  'VERDE',
  'LUNA',
  'AMBER',
  'RIVER',
  'FJORD',
  'TERRA',
  'MIRA',
] as const;
const smallTexts = ['NATURAL', 'SINCE 1962', 'NO 7', 'EXTRA FINE', 'ORIGINAL', 'RESERVE', 'CLASSIC', '500 ML'] as const;

/** What is printed on, and in which colours. */
export interface Label {
  readonly palette: Palette;
  /** Height divided by width. */
  readonly aspect: number;
  readonly name: string;
}

/** Prints a brand: name, small line, an emblem and a frame, in one of several layouts. */
export function printLabel(random: Random, { palette, aspect, name }: Label): Artwork {
  const sheet = createArtwork(aspect, palette.base);
  if (random.chance(0.5))
    paint(sheet, outline(rectangle({ x: 0.04, y: 0.04 }, { x: 0.96, y: aspect - 0.04 }), 0.015), palette.detail);
  const bandHeight = aspect * random.range(0.2, 0.35);
  const hasBand = random.chance(0.5);
  if (hasBand) paint(sheet, rectangle({ x: 0, y: 0 }, { x: 1, y: bandHeight }), palette.accent);
  paintEmblem(sheet, random, { center: { x: 0.5, y: aspect * 0.72 }, size: Math.min(0.22, aspect * 0.17), palette });
  const title = {
    text: name,
    center: { x: 0.5, y: aspect * 0.42 },
    size: Math.min(0.95 / name.length, aspect * 0.16),
    weight: random.range(0.14, 0.26),
  };
  paint(sheet, lettering(title), palette.accent);
  const small = {
    text: random.pick(smallTexts),
    center: { x: 0.5, y: aspect * 0.16 },
    size: Math.min(0.07, aspect * 0.08),
    weight: 0.16,
  };
  paint(sheet, lettering(small), hasBand ? palette.base : palette.detail);
  return sheet;
}
