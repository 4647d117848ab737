import { after, afterPlane, keypointKernels, planeAt, planeStride } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';

/** Columns that the kernel samples at once, and bytes of their record. */
const columnsAtOnce = 4;
const columnsRecordBytes = 24;
const rowRecordBytes = 8;
const whole = 256;

/** Where one output position lies between two inputs: the first of them, and the part of the second in 1/256. */
function between(position: number, from: number, to: number): [number, number] {
  const centre = Math.min(from - 1, Math.max(0, ((position + 0.5) * from) / to - 0.5));
  const first = Math.min(from - 2, Math.floor(centre));
  return [first, Math.round((centre - first) * whole)];
}

/** Records of the kernel for four columns each: byte offsets in a line of 16-bit words, parts of the left and the right one. */
function columnRecords(from: number, to: number): Uint16Array {
  const groups = Math.ceil(to / columnsAtOnce);
  const words = columnsRecordBytes / 2;
  const records = new Uint16Array(groups * words);
  for (let x = 0; x < groups * columnsAtOnce; x += 1) {
    const [first, part] = between(Math.min(x, to - 1), from, to);
    const record = Math.floor(x / columnsAtOnce) * words;
    const place = x % columnsAtOnce;
    records[record + place] = 2 * first;
    records[record + columnsAtOnce + 2 * place] = whole - part;
    records[record + columnsAtOnce + 2 * place + 1] = part;
  }
  return records;
}

/** Records of the kernel for one row each: byte offset of the upper one, part of the lower one. */
function rowRecords(from: number, to: number, stride: number): Int32Array {
  return Int32Array.from({ length: 2 * to }, (_, at) => {
    const [first, part] = between(at >> 1, from, to);
    return at % 2 === 0 ? first * stride : part;
  });
}

interface Records {
  readonly columns: Uint16Array;
  readonly rows: Int32Array;
}

interface Step {
  /** Rows of the plane are `stride` bytes apart, those of the smaller one `toStride`. */
  readonly from: { readonly at: number; readonly width: number; readonly height: number; readonly stride: number };
  readonly to: { readonly at: number; readonly width: number; readonly height: number; readonly stride: number };
}

const recordsOfSteps = new Map<string, Records>();
const mostSteps = 64;

/** Most pictures are of few sizes: their records are kept. */
function recordsOf({ from, to }: Step): Records {
  const key = [from.width, from.height, from.stride, to.width, to.height].join(' ');
  const kept = recordsOfSteps.get(key);
  if (kept !== undefined) return kept;
  const records = {
    columns: columnRecords(from.width, to.width),
    rows: rowRecords(from.height, to.height, from.stride),
  };
  if (recordsOfSteps.size >= mostSteps) recordsOfSteps.clear();
  recordsOfSteps.set(key, records);
  return records;
}

/** Shrinks within the memory; what lies after both planes is overwritten. */
function shrink(step: Step): ArrayBuffer {
  const { from, to } = step;
  const { columns, rows } = recordsOf(step);
  const rowsAt = after(to.at, to.height * to.stride);
  const columnsAt = after(rowsAt, rowRecordBytes * to.height);
  const lineAt = after(columnsAt, columns.byteLength);
  const { memory, shrink: run } = keypointKernels(after(lineAt, 2 * from.width));
  new Int32Array(memory.buffer, rowsAt).set(rows);
  new Uint16Array(memory.buffer, columnsAt).set(columns);
  const end = to.at + to.height * to.stride;
  run(from.at, from.stride, from.width, rowsAt, columnsAt, to.width, lineAt, to.at, end, to.stride);
  return memory.buffer;
}

/**
 * Shrinks a plane by bilinear sampling in fixed point; meant for small steps (a factor below 2), where that does not
 * alias visibly.
 * @param plane  both sides at least 2 px.
 */
export function shrinkLuma(plane: LumaPlane, width: number, height: number): LumaPlane {
  const from = { at: planeAt, width: plane.width, height: plane.height, stride: plane.width };
  const at = after(planeAt, plane.data.length);
  new Uint8Array(keypointKernels(at).memory.buffer).set(plane.data, planeAt);
  const memory = shrink({ from, to: { at, width, height, stride: width } });
  return { width, height, data: new Uint8Array(memory, at, width * height).slice() };
}

/** The same of a placed plane: the smaller one is placed after it. */
export function shrinkPlaced(plane: PlacedPlane, width: number, height: number): PlacedPlane {
  const placed = { at: afterPlane(plane), width, height };
  shrink({ from: { ...plane, stride: planeStride }, to: { ...placed, stride: planeStride } });
  return placed;
}
