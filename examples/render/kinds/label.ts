import type { Random } from '../math/random.ts';
import { smoothstep } from '../math/scalar.ts';
import { mix, type Vector } from '../math/vector.ts';
import {
  artworkTexture,
  circle,
  createArtwork,
  lettering,
  outline,
  paint,
  polygon,
  rectangle,
  type Artwork,
  type SheetPoint,
} from '../texture/artwork.ts';
import type { Palette } from '../texture/patterns.ts';
import type { Texture } from '../trace/material.ts';

const NAMES = ['OLIVA', 'ALMA', 'NORTE', 'SOLERA', 'KUMO', 'VERDE', 'LUNA', 'AMBER', 'RIVER', 'FJORD', 'TERRA', 'MIRA'] as const;
const SMALL = ['NATURAL', 'SINCE 1962', 'NO 7', 'EXTRA FINE', 'ORIGINAL', 'RESERVE', 'CLASSIC', '500 ML'] as const;

/** Prints a made-up brand: name, small line, an emblem and a frame, in one of several layouts. */
export function printLabel(random: Random, palette: Palette, aspect: number): Artwork {
  const sheet = createArtwork(aspect, palette.base);
  const [width, name] = [1, random.pick(NAMES)];
  if (random.chance(0.5)) paint(sheet, outline(rectangle({ x: 0.04, y: 0.04 }, { x: 0.96, y: aspect - 0.04 }), 0.015), palette.detail);
  const bandHeight = aspect * random.range(0.2, 0.35);
  const hasBand = random.chance(0.5);
  if (hasBand) paint(sheet, rectangle({ x: 0, y: 0 }, { x: width, y: bandHeight }), palette.accent);
  paintEmblem(sheet, random, { center: { x: 0.5, y: aspect * 0.72 }, size: Math.min(0.22, aspect * 0.17), palette });
  const title = { text: name, center: { x: 0.5, y: aspect * 0.42 }, size: Math.min(0.95 / name.length, aspect * 0.16), weight: random.range(0.14, 0.26) };
  paint(sheet, lettering(title), palette.accent);
  const small = { text: random.pick(SMALL), center: { x: 0.5, y: aspect * 0.16 }, size: Math.min(0.07, aspect * 0.08), weight: 0.16 };
  paint(sheet, lettering(small), hasBand ? palette.base : palette.detail);
  return sheet;
}

interface Emblem {
  readonly center: SheetPoint;
  readonly size: number;
  readonly palette: Palette;
}

/** A simple figure such as brands use. */
export function paintEmblem(sheet: Artwork, random: Random, { center, size, palette }: Emblem): void {
  const { x, y } = center;
  const { accent, detail } = palette;
  switch (random.pick(['sun', 'hills', 'rings', 'leaf', 'diamond'] as const)) {
    case 'sun':
      paint(sheet, circle(center, size), detail);
      paint(sheet, rectangle({ x: x - size * 1.5, y: y - size * 0.2 }, { x: x + size * 1.5, y }), accent);
      break;
    case 'hills':
      paint(sheet, polygon([{ x: x - size, y: y - size }, { x: x + size * 0.3, y: y + size }, { x: x + size * 1.5, y: y - size }]), detail);
      paint(sheet, polygon([{ x: x - size * 1.6, y: y - size }, { x: x - size * 0.6, y: y + size * 0.4 }, { x: x + size * 0.5, y: y - size }]), accent);
      break;
    case 'rings':
      for (const radius of [1, 0.65, 0.3]) paint(sheet, outline(circle(center, size * radius), size * 0.16), radius > 0.5 ? accent : detail);
      break;
    case 'leaf':
      paint(sheet, (p) => Math.max(circle({ x: x - size * 0.6, y }, size * 1.1)(p), circle({ x: x + size * 0.6, y }, size * 1.1)(p)), accent);
      paint(sheet, rectangle({ x: x - size * 0.03, y: y - size * 1.2 }, { x: x + size * 0.03, y: y + size * 0.6 }), detail);
      break;
    case 'diamond':
      paint(sheet, polygon([{ x: x - size, y }, { x, y: y + size }, { x: x + size, y }, { x, y: y - size }]), detail);
      paint(sheet, polygon([{ x: x - size * 0.5, y }, { x, y: y + size * 0.5 }, { x: x + size * 0.5, y }, { x, y: y - size * 0.5 }]), accent);
      break;
  }
}

/** Where a label is glued on a turned body: shares of the way around and along it. */
export interface LabelPlace {
  readonly around: number;
  readonly from: number;
  readonly to: number;
}

/** A label on the front of a turned body, over whatever the body is made of. */
export function labelled(body: Texture, sheet: Artwork, { around, from, to }: LabelPlace): Texture {
  const label = artworkTexture(sheet);
  return (point) => {
    const u = (point.u - 0.75 + around / 2) / around;
    const v = (point.v - from) / (to - from);
    if (u < 0 || u > 1 || v < 0 || v > 1) return body(point);
    return label({ ...point, u, v });
  };
}

/** Two colours that change at a height along the body. */
export function banded(low: Vector, high: Vector, at: number): Texture {
  return ({ v }) => mix(low, high, smoothstep(at - 0.004, at + 0.004, v));
}
