import type { Random } from '../math/random.ts';
import { circle, outline, paint, polygon, rectangle } from '../texture/artwork.ts';
import type { Artwork, Figure, SheetPoint } from '../texture/artwork.ts';
import type { Palette } from '../texture/patterns.ts';

/** Where an emblem goes, how large (half its height) and in which colours. */
export interface Emblem {
  readonly center: SheetPoint;
  readonly size: number;
  readonly palette: Palette;
}

type Corners = readonly (readonly [x: number, y: number])[];

const rhombus: Corners = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
];
const nearHill: Corners = [
  [-1.6, -1],
  [-0.6, 0.4],
  [0.5, -1],
];
const farHill: Corners = [
  [-1, -1],
  [0.3, 1],
  [1.5, -1],
];

const painters: Readonly<
  Record<'sun' | 'hills' | 'rings' | 'leaf' | 'diamond', (sheet: Artwork, emblem: Emblem) => void>
> = {
  sun: (sheet, emblem) => {
    paint(sheet, circle(emblem.center, emblem.size), emblem.palette.detail);
    paint(sheet, bar(emblem, [-1.5, -0.2], [1.5, 0]), emblem.palette.accent);
  },
  hills: (sheet, emblem) => {
    paint(sheet, placed(emblem, farHill, 1), emblem.palette.detail);
    paint(sheet, placed(emblem, nearHill, 1), emblem.palette.accent);
  },
  rings: (sheet, { center, size, palette }) => {
    for (const radius of [1, 0.65, 0.3])
      paint(sheet, outline(circle(center, size * radius), size * 0.16), radius > 0.5 ? palette.accent : palette.detail);
  },
  leaf: (sheet, emblem) => {
    const { center, size, palette } = emblem;
    const left = circle({ x: center.x - size * 0.6, y: center.y }, size * 1.1);
    const right = circle({ x: center.x + size * 0.6, y: center.y }, size * 1.1);
    paint(sheet, (point) => Math.max(left(point), right(point)), palette.accent);
    paint(sheet, bar(emblem, [-0.03, -1.2], [0.03, 0.6]), palette.detail);
  },
  diamond: (sheet, emblem) => {
    paint(sheet, placed(emblem, rhombus, 1), emblem.palette.detail);
    paint(sheet, placed(emblem, rhombus, 0.5), emblem.palette.accent);
  },
};

const emblems = ['sun', 'hills', 'rings', 'leaf', 'diamond'] as const;

/** Paints a simple figure such as brands use. */
export function paintEmblem(sheet: Artwork, random: Random, emblem: Emblem): void {
  painters[random.pick(emblems)](sheet, emblem);
}

function placed({ center, size }: Emblem, corners: Corners, share: number): Figure {
  return polygon(corners.map(([x, y]) => ({ x: center.x + x * size * share, y: center.y + y * size * share })));
}

function bar({ center, size }: Emblem, low: readonly [number, number], high: readonly [number, number]): Figure {
  return rectangle(
    { x: center.x + low[0] * size, y: center.y + low[1] * size },
    { x: center.x + high[0] * size, y: center.y + high[1] * size },
  );
}
