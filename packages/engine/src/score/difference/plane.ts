import { allocate, freeLayersFrom, layerKernels, layersEnd } from './layer-kernels.ts';

/** A plane of 16-bit words in the kernels' memory: grey values are kept in 1/32. Addresses are bytes. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Address of the first word. */
  readonly at: number;
  /** From one row to the next. */
  readonly stride: number;
}

/** 8-bit grey in the kernels' memory, rows without gaps. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly at: number;
}

export const wordBytes = 2;
const floatBytes = 4;
/** Before each row and after it, for the words that repeat its ends. */
const edgeBytes = 16;

/** Space for a plane; what it holds is left from before. */
export function newPlane(width: number, height: number): Plane {
  const stride = Math.ceil((width * wordBytes) / edgeBytes) * edgeBytes + 2 * edgeBytes;
  return { width, height, stride, at: allocate(stride * height) + edgeBytes };
}

/** Makes all words of a plane 0. */
export function clearPlane({ at, stride, height }: Plane): void {
  new Uint8Array(layerKernels().memory.buffer, at - edgeBytes, stride * height).fill(0);
}

/** Address of a row. */
export function rowAt({ at, stride }: Plane, y: number): number {
  return at + y * stride;
}

/** Address of a row, or of the nearest one there is. */
export function nearRowAt(plane: Plane, y: number): number {
  return rowAt(plane, Math.max(0, Math.min(plane.height - 1, y)));
}

/** Puts bytes where the kernels find them. */
export function greyPicture(luma: { width: number; height: number; data: Uint8Array }): GreyPicture {
  const at = allocate(luma.data.length);
  new Uint8Array(layerKernels().memory.buffer).set(luma.data, at);
  return { width: luma.width, height: luma.height, at };
}

/** For each output position the first input that it covers, and how much it takes of that and of the ones after it. */
interface AreaWindows {
  readonly first: Int32Array;
  /** `taps` weights a position; they sum to 1. */
  readonly weights: Float32Array;
  readonly taps: number;
}

function areaWindows(from: number, to: number): AreaWindows {
  const step = from / to;
  const taps = Math.min(from, Math.ceil(step) + 1);
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let position = 0; position < to; position += 1) {
    const start = position * step;
    const end = (position + 1) * step;
    const begin = Math.max(0, Math.min(Math.floor(start), from - taps));
    first[position] = begin;
    for (let tap = 0; tap < taps; tap += 1) {
      const covered = Math.min(end, begin + tap + 1) - Math.max(start, begin + tap);
      weights[position * taps + tap] = Math.max(0, covered) / step;
    }
  }
  return { first, weights, taps };
}

/** Columns that the kernel makes at a time. */
const lanes = 4;

/** Column windows as the kernel reads them, some at a time; the weights turn 8 bits into 1/32. */
function columnRecords({ first, weights, taps }: AreaWindows): Uint8Array {
  const recordWords = lanes * (1 + taps);
  const records = new Float32Array(Math.ceil(first.length / lanes) * recordWords);
  const offsets = new Int32Array(records.buffer);
  for (let position = 0; position < first.length; position += 1) {
    const lane = position % lanes;
    const record = ((position - lane) / lanes) * recordWords + lane;
    offsets[record] = (first[position] as number) * floatBytes;
    for (let tap = 0; tap < taps; tap += 1)
      records[record + lanes * (1 + tap)] = 32 * (weights[position * taps + tap] as number);
  }
  return new Uint8Array(records.buffer);
}

/** Shrinks a picture to exactly `width` × `height`, neither larger than it is: each output is the mean of the area it covers. */
export function shrinkByArea(picture: GreyPicture, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  const kernels = layerKernels();
  if (width === picture.width && height === picture.height) {
    for (let y = 0; y < height; y += 1) kernels.widen(picture.at + y * width, rowAt(plane, y), width);
    return plane;
  }
  const end = layersEnd();
  const [rows, columns] = [areaWindows(picture.height, height), areaWindows(picture.width, width)];
  const records = columnRecords(columns);
  const [weightsAt, recordsAt] = [allocate(rows.weights.byteLength), allocate(records.length)];
  const lineAt = allocate(picture.width * floatBytes + 2 * edgeBytes);
  new Float32Array(kernels.memory.buffer).set(rows.weights, weightsAt / floatBytes);
  new Uint8Array(kernels.memory.buffer).set(records, recordsAt);
  for (let y = 0; y < height; y += 1) {
    const from = picture.at + (rows.first[y] as number) * picture.width;
    const weights = weightsAt + floatBytes * y * rows.taps;
    kernels.blendRows(from, picture.width, rows.taps, weights, lineAt, picture.width);
    kernels.shrinkRow(lineAt, recordsAt, columns.taps, width, rowAt(plane, y));
  }
  freeLayersFrom(end);
  return plane;
}

/** Smooths once by (1, 2, 1) / 4 along both axes; edges repeat. */
export function smoothPlane(plane: Plane): Plane {
  const smooth = newPlane(plane.width, plane.height);
  const { smoothDown, smoothAcross } = layerKernels();
  const end = layersEnd();
  const line = newPlane(plane.width, 1);
  for (let y = 0; y < plane.height; y += 1) {
    const [above, below] = [nearRowAt(plane, y - 1), nearRowAt(plane, y + 1)];
    smoothDown(above, rowAt(plane, y), below, line.at, plane.width);
    smoothAcross(line.at, rowAt(smooth, y), plane.width);
  }
  freeLayersFrom(end);
  return smooth;
}
