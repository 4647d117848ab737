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
  /** Of one plane: pairs of its rows; rows of the result; pairs of the columns of these. */
  readonly rowPairs: number;
  readonly rows: number;
  readonly columnPairs: number;
  /** Columns of the result of each plane, and their stride. */
  readonly columns: readonly [number, number, number];
  readonly columnStride: number;
  readonly rowWeights: number;
  readonly columnWeights: number;
  readonly turned: number;
  readonly out: number;
  readonly end: number;
}

/** Words of a pair of samples, and bytes of eight rows of eight samples of three planes. */
const pairBytes = 4;
const turnedBytes = 192;
/** Samples are turned so many at a time. */
const turnedSide = 8;

const roundedUp = (value: number, step: number): number => Math.ceil(value / step) * step;

function layOut({ planes, width, height }: PicturePlanes, rows: SideWindows, columns: SideWindows): Places {
  const regions = new Regions();
  const source = planes.map(({ samples }) => regions.take(samples.length));
  const isGrey = planes.length === 1;
  const stride = isGrey ? (planes[0]?.stride ?? 0) : roundedUp(width, 16);
  const columnStride = roundedUp(rows.to, 16);
  const colourPlane = (): number => (isGrey ? (source[0] ?? 0) : regions.take(stride * height));
  const line = (): number => regions.take(2 * stride);
  const columnsPlane = (): number => regions.take(columnStride * roundedUp(columns.to, turnedSide));
  return {
    source,
    colour: [colourPlane(), colourPlane(), colourPlane()],
    stride,
    blend: line() + 16,
    spread: [line(), line()],
    rowPairs: regions.take(Math.ceil(height / 2) * pairBytes * stride),
    rows: regions.take(stride * roundedUp(rows.to, turnedSide)),
    columnPairs: regions.take((roundedUp(width, turnedSide) / 2) * pairBytes * columnStride),
    columns: [columnsPlane(), columnsPlane(), columnsPlane()],
    columnStride,
    rowWeights: regions.take(rows.weights.byteLength),
    columnWeights: regions.take(columns.weights.byteLength),
    turned: regions.take(turnedBytes),
    out: regions.take(3 * (roundedUp(rows.to, turnedSide) * columns.to + turnedSide)),
    end: regions.end,
  };
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

/** The shrinking of a picture, of both sides. */
interface Shrinking extends Pick<PicturePlanes, 'width' | 'height'> {
  readonly rows: SideWindows;
  readonly columns: SideWindows;
}

/** Pairs of a plane's rows become rows of the result, and pairs of its columns then columns of it. */
function shrinkPlane(kernels: PlaneKernels, places: Places, shrinking: Shrinking & { from: number; to: number }): void {
  const { rows, columns, width, height, from, to } = shrinking;
  const { stride, rowPairs, columnPairs, columnStride } = places;
  const [rowBytes, columnBytes] = [pairBytes * stride, pairBytes * columnStride];
  for (let row = 0; row < height; row += 2) {
    const [upper, lower] = [from + row * stride, from + Math.min(height - 1, row + 1) * stride];
    kernels.pairRows(upper, lower, rowPairs + (row >> 1) * rowBytes, width);
  }
  for (let row = 0; row < rows.to; row += 1) {
    const [pair, weights] = [
      rowPairs + (rows.first[row] as number) * rowBytes,
      places.rowWeights + pairBytes * row * rows.pairs,
    ];
    kernels.shrinkPairs(pair, rowBytes, weights, rows.pairs, places.rows + row * stride, width);
  }
  kernels.turnToPairs(places.rows, stride, width, rows.to, columnPairs, columnBytes);
  for (let column = 0; column < columns.to; column += 1) {
    const pair = columnPairs + (columns.first[column] as number) * columnBytes;
    const weights = places.columnWeights + pairBytes * column * columns.pairs;
    kernels.shrinkPairs(pair, columnBytes, weights, columns.pairs, to + column * columnStride, rows.to);
  }
}

/** Shrinks the planes of red, green and blue, which are one where there are no colours, and makes pixels of them. */
function shrinkAll(kernels: PlaneKernels, places: Places, shrinking: Shrinking): void {
  const { colour, columns, columnStride, out, turned } = places;
  const isGrey = colour[0] === colour[1];
  for (const [index, from] of colour.entries())
    if (index === 0 || !isGrey) shrinkPlane(kernels, places, { ...shrinking, from, to: columns[index] ?? columns[0] });

  const [red, green, blue] = isGrey ? ([columns[0], columns[0], columns[0]] as const) : columns;
  kernels.turnToPixels(red, green, blue, columnStride, shrinking.columns.to, shrinking.rows.to, out, turned);
}

/**
 * Joins planes to a picture and shrinks it to fit a square: the same bytes as libjpeg and libvips give.
 * @returns undefined for a picture that libvips would shrink in another way.
 * @source libjpeg-turbo, jdsample.c and jdcolor.c; libvips, `resample/reducev.cpp` and `reduceh.cpp`.
 */
export function joinPlanes(picture: PicturePlanes, maxSidePx: number): Raster | undefined {
  const { planes, width, height } = picture;
  const shrink = Math.max(1, Math.max(width, height) / maxSidePx);
  const rows = sideWindows({ from: height, shrink, strip: stripRows.decoder });
  const columns = sideWindows({ from: width, shrink });
  if (rows === undefined || columns === undefined) return undefined;
  const places = layOut(picture, rows, columns);
  const kernels = planeKernels(places.end);
  const { buffer } = kernels.memory;
  const bytes = new Uint8Array(buffer);
  for (const [index, { samples }] of planes.entries()) bytes.set(samples, places.source[index]);
  new Int16Array(buffer, places.rowWeights, rows.weights.length).set(rows.weights);
  new Int16Array(buffer, places.columnWeights, columns.weights.length).set(columns.weights);
  if (planes.length > 1) colourAll(kernels, places, picture);
  shrinkAll(kernels, places, { rows, columns, width, height });
  const data = bytes.slice(places.out, places.out + 3 * rows.to * columns.to);
  return { width: columns.to, height: rows.to, data };
}
