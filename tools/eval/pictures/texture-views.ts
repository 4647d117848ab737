import sharp from 'sharp';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import type { Random } from './seeded.ts';
import { rasterOf, warp } from './warp.ts';

/** Side of a view, in pixels: fabric search asks for 448 or more. */
const side = 480;
/** A small file is shown in larger parts, so that views are not enlarged beyond recognition. */
const smallFile = 400;

/** A square part of a surface. */
interface Part {
  /** Its side as a share of the surface's shorter side, before `turn`. */
  readonly share: number;
  /** Where its centre lies among the places it can have: 0 left or top, 1 right or bottom. */
  readonly across: number;
  readonly down: number;
  /** In radians. */
  readonly turn?: number;
}

type Brightness = (x: number, y: number) => number;

/** The centre of a part that stays inside the surface even when turned. */
function centreOf({ width, height }: Raster, { share, across, down, turn = 0 }: Part): readonly [number, number] {
  const half = (share * Math.min(width, height) * (Math.abs(Math.cos(turn)) + Math.abs(Math.sin(turn)))) / 2;
  const place = (length: number, at: number): number =>
    half + Math.max(0, length - 1 - 2 * half) * Math.min(1, Math.max(0, at));
  return [place(width, across), place(height, down)];
}

/** Draws a part at `side` px; x and y in the brightness run from −1 to 1. */
function drawPart(surface: Raster, part: Part, brightness: Brightness = () => 1): Promise<Buffer> {
  const [centreX, centreY] = centreOf(surface, part);
  const scale = (part.share * Math.min(surface.width, surface.height)) / side;
  const { turn = 0 } = part;
  return warp(surface, { width: side, height: side }, (column, row) => {
    const [x, y] = [column - side / 2, row - side / 2];
    return {
      x: centreX + scale * (x * Math.cos(turn) - y * Math.sin(turn)),
      y: centreY + scale * (x * Math.sin(turn) + y * Math.cos(turn)),
      brightness: brightness((2 * x) / side, (2 * y) / side),
    };
  });
}

/** Folds: the cloth is gathered along one direction, its slopes are brighter or darker. */
async function draped(surface: Raster, random: Random): Promise<Buffer> {
  const flat = await rasterOf(await drawPart(surface, { share: 0.75, across: random(), down: random() }));
  const direction = random() * Math.PI;
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const [folds, depth, phase] = [1 + 1.5 * random(), 0.3 + 0.3 * random(), random() * 6];
  const shade = 0.12 + 0.2 * random();
  const reach = side / (2 * Math.PI * folds);
  const inside = (value: number): number => Math.min(side - 1, Math.max(0, value));
  return warp(flat, { width: side, height: side }, (column, row) => {
    const along = (2 * Math.PI * folds * (column * cos + row * sin)) / side + phase;
    const shift = depth * reach * Math.sin(along);
    return {
      x: inside(column + shift * cos),
      y: inside(row + shift * sin),
      brightness: 1 + shade * (0.7 * Math.cos(along) + 0.3 * Math.cos(2.3 * along + phase)),
    };
  });
}

/** Light from one side, warm or cold, on a part that overlaps the middle. */
async function lit(surface: Raster, random: Random): Promise<Buffer> {
  const [slopeX, slopeY, level] = [(random() - 0.5) * 0.6, (random() - 0.5) * 0.6, 0.7 + 0.45 * random()];
  const part = { share: 0.6, across: 0.2 + 0.6 * random(), down: 0.2 + 0.6 * random() };
  const picture = await drawPart(surface, part, (x, y) => level * (1 + slopeX * x + slopeY * y));
  const warmth = (random() - 0.5) * 0.24;
  return sharp(picture).recomb([[1 + warmth, 0, 0], [0, 1, 0], [0, 0, 1 - warmth]]).png().toBuffer(); // prettier-ignore
}

/** Every view of a surface: two parts at opposite corners, and others as a camera might see them. */
export const textureViews = {
  corner: (surface, share) => drawPart(surface, { share, across: 0, down: 0 }),
  'opposite corner': (surface, share) => drawPart(surface, { share, across: 1, down: 1 }),
  turned: (surface, share, random) =>
    drawPart(surface, { share, across: random(), down: random(), turn: (0.1 + 1.8 * random()) * Math.PI }),
  'other light': (surface, _share, random) => lit(surface, random),
  closer: (surface, share, random) => drawPart(surface, { share: share * 0.6, across: random(), down: 1 }),
  'further away': (surface, _share, random) => drawPart(surface, { share: 0.95, across: random(), down: random() }),
  draped: (surface, _share, random) => draped(surface, random),
} as const satisfies Record<string, (surface: Raster, share: number, random: Random) => Promise<Buffer>>;

export type TextureViewName = keyof typeof textureViews;

/** One view as a JPEG, 480 px a side. */
export async function drawTexture(bytes: Buffer, view: TextureViewName, random: Random): Promise<Buffer> {
  const surface = await rasterOf(bytes);
  const share = Math.min(surface.width, surface.height) < smallFile ? 0.66 : 0.5;
  const picture = await textureViews[view](surface, share, random);
  return sharp(picture)
    .jpeg({ quality: 82 + Math.floor(12 * random()) })
    .toBuffer();
}
