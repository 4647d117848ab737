import { clamp } from '../math/scalar.ts';
import { mix, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import type { Texture } from '../trace/material.ts';
import { letters } from './letters.ts';

/** A printed sheet, painted once and then read as a texture. Distances count in its own units: width 1, v upwards. */
export interface Artwork {
  /** Height divided by width. */
  readonly aspect: number;
  readonly columns: number;
  readonly rows: number;
  readonly pixels: Float32Array;
}

/** A place on the sheet: x 0…1, y 0…aspect, from the lower left corner. */
export interface SheetPoint {
  readonly x: number;
  readonly y: number;
}

/** Negative inside a figure; outside, a distance from which its edge cannot be nearer. */
export type Figure = (point: SheetPoint) => number;

/** An empty sheet of one colour. */
export function createArtwork(aspect: number, paper: Vector, columns = 384): Artwork {
  const rows = Math.round(columns * aspect);
  const pixels = new Float32Array(columns * rows * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set([paper.x, paper.y, paper.z], at);
  return { aspect, columns, rows, pixels };
}

/** Paints a figure with smooth edges. */
export function paint(sheet: Artwork, figure: Figure, ink: Vector): void {
  const { columns, rows, pixels } = sheet;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const distance = figure({ x: (column + 0.5) / columns, y: (row + 0.5) / columns }) * columns;
      const cover = clamp(0.5 - distance, 0, 1);
      if (cover > 0) blend(pixels, (row * columns + column) * 3, { ink, cover });
      // So many pixels further on cannot be nearer than half a pixel.
      else column += Math.max(0, Math.floor(distance - 1));
    }
  }
}

function blend(pixels: Float32Array, at: number, { ink, cover }: { ink: Vector; cover: number }): void {
  const before = vector(pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number);
  const after = mix(before, ink, cover);
  pixels.set([after.x, after.y, after.z], at);
}

/** Reads the sheet between pixels; `u` and `v` outside 0…1 give the nearest edge. */
export function artworkTexture(sheet: Artwork): Texture {
  return ({ u, v }) => {
    const x = clamp(u, 0, 1) * sheet.columns - 0.5;
    const y = clamp(v, 0, 1) * sheet.rows - 0.5;
    const low = mix(pixelAt(sheet, x, y), pixelAt(sheet, x + 1, y), x - Math.floor(x));
    const high = mix(pixelAt(sheet, x, y + 1), pixelAt(sheet, x + 1, y + 1), x - Math.floor(x));
    return mix(low, high, y - Math.floor(y));
  };
}

function pixelAt({ columns, rows, pixels }: Artwork, x: number, y: number): Vector {
  const column = clamp(Math.floor(x), 0, columns - 1);
  const row = clamp(Math.floor(y), 0, rows - 1);
  const at = (row * columns + column) * 3;
  return vector(pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number);
}

export function circle(center: SheetPoint, radius: number): Figure {
  return ({ x, y }) => Math.hypot(x - center.x, y - center.y) - radius;
}

/** A rectangle between two corners. */
export function rectangle(low: SheetPoint, high: SheetPoint): Figure {
  return ({ x, y }) => Math.max(low.x - x, x - high.x, low.y - y, y - high.y);
}

/** Only the edge of a figure, `width` wide. */
export function outline(figure: Figure, width: number): Figure {
  return (point) => Math.abs(figure(point)) - width / 2;
}

export function polygon(corners: readonly SheetPoint[]): Figure {
  return (point) => {
    let inside = false;
    let nearest = Infinity;
    corners.forEach((a, index) => {
      const b = corners[(index + 1) % corners.length] ?? a;
      nearest = Math.min(nearest, toSegment(point, a, b));
      if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
        inside = !inside;
    });
    return inside ? -nearest : nearest;
  };
}

/** A line of text, centred on a point; `size` is the height of a capital, `weight` the stroke as a share of it. */
export interface Line {
  readonly text: string;
  readonly center: SheetPoint;
  readonly size: number;
  readonly weight: number;
}

/** Capital letters and digits, drawn as strokes. */
export function lettering({ text, center, size, weight }: Line): Figure {
  const advance = size * 0.82;
  const left = center.x - ((text.length - 1) * advance + size * 0.6) / 2;
  const strokes = [...text].flatMap((letter, index) =>
    (letters[letter] ?? []).map(([x0, y0, x1, y1]) => ({
      a: { x: left + index * advance + x0 * size * 0.15, y: center.y + (y0 / 6 - 0.5) * size },
      b: { x: left + index * advance + x1 * size * 0.15, y: center.y + (y1 / 6 - 0.5) * size },
    })),
  );
  const bounds = rectangle(
    { x: left - size * 0.2, y: center.y - size * 0.7 },
    { x: left + text.length * advance + size * 0.2, y: center.y + size * 0.7 },
  );
  return (point) => {
    const outside = bounds(point);
    if (outside > 0) return outside + size * 0.06;
    return (
      strokes.reduce((nearest, { a, b }) => Math.min(nearest, toSegment(point, a, b)), Infinity) - (size * weight) / 2
    );
  };
}

function toSegment(point: SheetPoint, a: SheetPoint, b: SheetPoint): number {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const t = clamp(((point.x - a.x) * x + (point.y - a.y) * y) / (x * x + y * y + 1e-12), 0, 1);
  return Math.hypot(point.x - a.x - x * t, point.y - a.y - y * t);
}
