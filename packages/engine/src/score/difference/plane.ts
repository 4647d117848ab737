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
function shrinkByArea(picture: GreyPicture, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  const { memory, shrinkBytes } = layerKernels();
  const end = layersEnd();
  const [rows, columns] = [areaWindows(picture.height, height), areaWindows(picture.width, width)];
  const records = columnRecords(columns);
  const [firstsAt, weightsAt] = [allocate(rows.first.byteLength), allocate(rows.weights.byteLength)];
  const recordsAt = allocate(records.length);
  const lineAt = allocate(picture.width * floatBytes + 2 * edgeBytes);
  const firsts = rows.first.map((row) => picture.at + row * picture.width);
  new Int32Array(memory.buffer).set(firsts, firstsAt / floatBytes);
  new Float32Array(memory.buffer).set(rows.weights, weightsAt / floatBytes);
  new Uint8Array(memory.buffer).set(records, recordsAt);
  shrinkBytes(
    picture.width,
    firstsAt,
    weightsAt,
    rows.taps,
    lineAt,
    recordsAt,
    columns.taps,
    plane.at,
    plane.stride,
    width,
    height,
  );
  freeLayersFrom(end);
  return plane;
}

/** A picture shrunk to exactly `width` × `height`, neither larger than it is, and smoothed once by (1, 2, 1) / 4 along both axes; edges repeat. */
export function smoothedAt(picture: GreyPicture, width: number, height: number): Plane {
  const smooth = newPlane(width, height);
  const end = layersEnd();
  const isWhole = width === picture.width && height === picture.height;
  const from = isWhole ? picture.at : shrinkByArea(picture, width, height).at;
  const line = newPlane(width, 1);
  const { smoothBytes, smoothWords } = layerKernels();
  const smoothAll = isWhole ? smoothBytes : smoothWords;
  smoothAll(from, smooth.at, smooth.stride, width, height, line.at);
  freeLayersFrom(end);
  return smooth;
}
