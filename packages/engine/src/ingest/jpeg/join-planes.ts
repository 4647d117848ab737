import type { Raster } from '../../raster.ts';
import { stripRows } from '../portable/lanczos-plan.ts';
import type { DecodedPlane } from './decode-planes.ts';
import { planeKernels, planeMargin } from './plane-kernels.ts';
import type { PlaneKernels } from './plane-kernels.ts';
import { sideWindows } from './side-windows.ts';
import type { SideWindows } from './side-windows.ts';

/** Planes of a picture: its brightness, alone or with the two of its colours. */
export interface PicturePlanes {
  readonly planes: readonly DecodedPlane[];
  /** Of the picture. */
  readonly width: number;
  readonly height: number;
  /** Factors by which planes of colours are enlarged, and their own size. */
  readonly colours: { readonly across: 1 | 2; readonly down: 1 | 2; readonly width: number; readonly height: number };
}

/** Regions of the memory, in bytes; every one begins at a multiple of 16 and ends with a margin. */
class Regions {
  end = 0;

  take(bytes: number): number {
    const at = this.end;
    this.end += bytes + (-bytes & 15) + planeMargin;
    return at;
  }
}

/** Where everything lies. */
interface Places {
  readonly source: readonly number[];
  /** Of red, green and blue planes, and the stride of their rows. */
  readonly colour: readonly [number, number, number];
  readonly stride: number;
  /** A line of words between two rows of colours, with one before it; and lines of enlarged colours. */
  readonly blend: number;
  readonly spread: readonly [number, number];
  readonly lines: readonly [number, number, number];
  readonly rowWeights: number;
  readonly columns: number;
  readonly columnBytes: number;
  readonly out: number;
  readonly end: number;
}

const windowHeadBytes = 8;

function layOut({ planes, width, height }: PicturePlanes, rows: SideWindows, columns: SideWindows): Places {
  const regions = new Regions();
  const source = planes.map(({ samples }) => regions.take(samples.length));
  const stride = width + (-width & 15);
  const [luma = 0] = source;
  const isGrey = planes.length === 1;
  const colourPlane = (): number => (isGrey ? luma : regions.take(stride * height));
  const line = (): number => regions.take(2 * stride);
  const columnBytes = windowHeadBytes + 2 * columns.taps;
  return {
    source,
    colour: [colourPlane(), colourPlane(), colourPlane()],
    stride: isGrey ? (planes[0]?.stride ?? 0) : stride,
    blend: line() + 16,
    spread: [line(), line()],
    lines: [line(), line(), line()],
    rowWeights: regions.take(rows.weights.byteLength),
    columns: regions.take(columns.to * columnBytes),
    columnBytes,
    out: regions.take(3 * rows.to * columns.to),
    end: regions.end,
  };
}

/** The records of `shrinkAcross`. */
function writeColumns(memory: ArrayBufferLike, { columns: at, columnBytes }: Places, columns: SideWindows): void {
  const { to, taps, first, weights } = columns;
  const groups = taps / 8;
  for (let place = 0; place < to; place += 1) {
    const record = at + place * columnBytes;
    const head = new Int32Array(memory, record, 2);
    head[0] = first[place] as number;
    head[1] = groups;
    new Int16Array(memory, record + windowHeadBytes, taps).set(weights.subarray(place * taps, (place + 1) * taps));
  }
}

/** Where a row of a plane of colours lies at the size of the brightness. */
function enlargedRow(
  kernels: PlaneKernels,
  {
    plane,
    row,
    to,
    blend,
  }: {
    readonly plane: readonly [at: number, stride: number];
    readonly row: number;
    readonly to: number;
    readonly blend: number;
  },
  { across, down, width, height }: PicturePlanes['colours'],
): number {
  const [at, stride] = plane;
  if (across === 1) return at + row * stride;
  const near = down === 1 ? row : row >> 1;
  const far = Math.min(height - 1, Math.max(0, near + (row % 2 === 0 ? -1 : 1)));
  const isBlended = down === 2;
  kernels.blendRows(at + near * stride, at + far * stride, isBlended ? 3 : 1, isBlended ? 1 : 0, blend, width);
  // Ties are rounded up and down in turn.
  if (isBlended) kernels.spreadRow(blend, to, width, 4, 8, 7);
  else kernels.spreadRow(blend, to, width, 2, 1, 2);
  return to;
}

/** Fills the planes of red, green and blue. */
function colourAll(kernels: PlaneKernels, places: Places, { planes, colours, width, height }: PicturePlanes): void {
  const { source, colour, stride, blend, spread } = places;
  const [luma = 0, blueness = 0, redness = 0] = source;
  const [lumaStride = 0, blueStride = 0, redStride = 0] = planes.map((plane) => plane.stride);
  const [red, green, blue] = colour;
  for (let row = 0; row < height; row += 1) {
    const b = enlargedRow(kernels, { plane: [blueness, blueStride], row, to: spread[0], blend }, colours);
    const r = enlargedRow(kernels, { plane: [redness, redStride], row, to: spread[1], blend }, colours);
    const at = row * stride;
    kernels.colourRow(luma + row * lumaStride, b, r, red + at, green + at, blue + at, width);
  }
}

/** Rows of the result, each of as many rows as it needs. */
function shrinkAll(
  kernels: PlaneKernels,
  places: Places,
  { rows, columns, width }: { rows: SideWindows; columns: SideWindows; width: number },
): void {
  const { colour, stride, lines, rowWeights, out, columns: windows, columnBytes } = places;
  const { taps, first, to } = rows;
  const colours = new Set(colour);
  for (let row = 0; row < to; row += 1) {
    const weights = rowWeights + 2 * row * taps;
    const above = (first[row] as number) * stride;
    for (let index = 0; index < colours.size; index += 1)
      kernels.shrinkRows((colour[index] as number) + above, stride, weights, taps / 2, lines[index] as number, width);

    const [red, green, blue] = colours.size === 1 ? [lines[0], lines[0], lines[0]] : lines;
    kernels.shrinkAcross(red, green, blue, windows, columnBytes, out + 3 * row * columns.to, columns.to);
  }
}

/**
 * Joins planes to a picture and shrinks it to fit a square: the same bytes as libjpeg and libvips give.
 * @returns undefined for a picture that libvips would shrink in another way.
 * @source libjpeg-turbo, jdsample.c and jdcolor.c; libvips, `resample/reducev.cpp` and `reduceh.cpp`.
 */
export function joinPlanes(picture: PicturePlanes, maxSidePx: number): Raster | undefined {
  const { planes, width, height } = picture;
  const shrink = Math.max(1, Math.max(width, height) / maxSidePx);
  const rows = sideWindows({ from: height, shrink, strip: stripRows.decoder, group: 2 });
  const columns = sideWindows({ from: width, shrink, group: 8 });
  if (rows === undefined || columns === undefined) return undefined;
  const places = layOut(picture, rows, columns);
  const kernels = planeKernels(places.end);
  const { buffer } = kernels.memory;
  const bytes = new Uint8Array(buffer);
  for (const [index, { samples }] of planes.entries()) bytes.set(samples, places.source[index]);
  new Int16Array(buffer, places.rowWeights, rows.weights.length).set(rows.weights);
  writeColumns(buffer, places, columns);
  if (planes.length > 1) colourAll(kernels, places, picture);
  shrinkAll(kernels, places, { rows, columns, width });
  const data = bytes.slice(places.out, places.out + 3 * rows.to * columns.to);
  return { width: columns.to, height: rows.to, data };
}
