import { BitReader } from './bit-reader.ts';
import { naturalOrder } from './frame.ts';
import type { Component, Frame } from './frame.ts';
import type { HuffmanTable } from './huffman-table.ts';

/** A plane in a scan, with its Huffman tables. */
export interface ScanComponent {
  readonly component: Component;
  readonly dcTable: HuffmanTable | undefined;
  readonly acTable: HuffmanTable | undefined;
}

/** Content of a scan: planes, a band of coefficients, and which of their bits. */
export interface Scan {
  readonly components: readonly ScanComponent[];
  readonly bandStart: number;
  readonly bandEnd: number;
  readonly bitsBefore: number;
  readonly bit: number;
  /** Units between restart markers; 0 for none. */
  readonly restartInterval: number;
}

/** A file and an offset in it. */
export interface ScanSource {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** State from block to block. */
interface ScanState {
  readonly reader: BitReader;
  readonly scan: Scan;
  readonly lastDc: number[];
  /** Remaining blocks of an end-of-band run. */
  endRun: number;
}

/** A block to read: offset of its coefficients, and index of the plane in the scan. */
interface BlockPlace {
  readonly part: ScanComponent;
  readonly index: number;
  readonly from: number;
}

type ReadBlock = (state: ScanState, place: BlockPlace) => void;

function missingTable(): never {
  throw new RangeError('the scan names a table that was not defined');
}

function readDc({ reader, lastDc, scan }: ScanState, { part, index, from }: BlockPlace): void {
  const length = reader.symbol(part.dcTable ?? missingTable());
  lastDc[index] = (lastDc[index] ?? 0) + reader.signed(length & 15);
  part.component.coefficients[from] = lastDc[index] << scan.bit;
}

function refineDc({ reader, scan }: ScanState, { part, from }: BlockPlace): void {
  const { coefficients } = part.component;
  if (reader.bit() === 1) coefficients[from] = (coefficients[from] as number) | (1 << scan.bit);
}

/** A band of coefficients, or all but the first of a sequential scan. */
function readBand(state: ScanState, { part, from }: BlockPlace): void {
  const { reader, scan } = state;
  if (state.endRun > 0) {
    state.endRun -= 1;
    return;
  }
  const table = part.acTable ?? missingTable();
  const { coefficients } = part.component;
  for (let at = Math.max(1, scan.bandStart); at <= scan.bandEnd; at += 1) {
    const symbol = reader.symbol(table);
    const [run, length] = [symbol >> 4, symbol & 15];
    if (length === 0 && run < 15) {
      state.endRun = (1 << run) + reader.bits(run) - 1;
      return;
    }
    at += run;
    if (length > 0) coefficients[from + (naturalOrder[at] ?? 63)] = reader.signed(length) << scan.bit;
  }
}

/** One more bit of a coefficient that is not 0. */
function refineValue({ reader, scan }: ScanState, coefficients: Int16Array, at: number): void {
  const value = coefficients[at] as number;
  const step = 1 << scan.bit;
  if (reader.bit() === 1 && (value & step) === 0) coefficients[at] = value + (value >= 0 ? step : -step);
}

/** Refines nonzero coefficients from `start` on and skips `zeros` zeros. @returns the index after them. */
function refineRun(
  state: ScanState,
  { part, from }: BlockPlace,
  { start, zeros }: { readonly start: number; readonly zeros: number },
): number {
  const { coefficients } = part.component;
  let left = zeros;
  let at = start;
  for (; at <= state.scan.bandEnd; at += 1) {
    const place = from + (naturalOrder[at] as number);
    if (coefficients[place] !== 0) refineValue(state, coefficients, place);
    else if (left === 0) return at;
    else left -= 1;
  }
  return at;
}

function refineBand(state: ScanState, place: BlockPlace): void {
  const { reader, scan } = state;
  const { coefficients } = place.part.component;
  const table = place.part.acTable ?? missingTable();
  let at = scan.bandStart;
  while (state.endRun === 0 && at <= scan.bandEnd) {
    const symbol = reader.symbol(table);
    const [run, length] = [symbol >> 4, symbol & 15];
    if (length === 0 && run < 15) {
      state.endRun = (1 << run) + reader.bits(run);
      break;
    }
    const step = 1 << scan.bit;
    const value = length === 0 ? 0 : reader.bit() === 1 ? step : -step;
    at = refineRun(state, place, { start: at, zeros: run });
    if (value !== 0 && at <= scan.bandEnd) coefficients[place.from + (naturalOrder[at] as number)] = value;
    at += 1;
  }
  if (state.endRun === 0) return;
  refineRun(state, place, { start: at, zeros: Number.POSITIVE_INFINITY });
  state.endRun -= 1;
}

const readWholeBlock: ReadBlock = (state, place) => {
  readDc(state, place);
  readBand(state, place);
};

function blockReader({ isProgressive }: Frame, { bandStart, bitsBefore }: Scan): ReadBlock {
  if (!isProgressive) return readWholeBlock;
  if (bandStart === 0) return bitsBefore === 0 ? readDc : refineDc;
  return bitsBefore === 0 ? readBand : refineBand;
}

/** Blocks of one unit, in the order of the file: one block, or every plane's share of an interleaved scan. */
function* placesOfUnit({ components }: Scan, frame: Frame, unit: number): Generator<BlockPlace> {
  const [only] = components;
  if (components.length === 1 && only !== undefined) {
    const { blocksAcross, stride } = only.component;
    const [row, column] = [Math.floor(unit / blocksAcross), unit % blocksAcross];
    yield { part: only, index: 0, from: (row * stride + column) * 64 };
    return;
  }
  const unitsAcross = Math.ceil(frame.width / (8 * frame.mostAcross));
  const [row, column] = [Math.floor(unit / unitsAcross), unit % unitsAcross];
  for (const [index, part] of components.entries()) {
    const { across, down, stride } = part.component;
    for (let block = 0; block < across * down; block += 1) {
      const [y, x] = [row * down + Math.floor(block / across), column * across + (block % across)];
      yield { part, index, from: (y * stride + x) * 64 };
    }
  }
}

function unitsOf({ components }: Scan, { width, height, mostAcross, mostDown }: Frame): number {
  const [only] = components;
  if (components.length === 1 && only !== undefined) return only.component.blocksAcross * only.component.blocksDown;
  return Math.ceil(width / (8 * mostAcross)) * Math.ceil(height / (8 * mostDown));
}

/**
 * Reads a scan into the coefficients of its planes.
 * @param source  the file and the offset of the scan's coded data. @returns   its end; `undefined` when it ends before its last block.
 * @source ITU-T T.81, annexes F and G.
 */
export function readScan(source: ScanSource, frame: Frame, scan: Scan): number | undefined {
  const reader = new BitReader(source.bytes, source.at);
  const state: ScanState = { reader, scan, lastDc: [], endRun: 0 };
  const readBlock = blockReader(frame, scan);
  const units = unitsOf(scan, frame);
  for (let unit = 0; unit < units; unit += 1) {
    if (scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0) {
      if (!reader.restart()) return undefined;
      state.lastDc.length = 0;
      state.endRun = 0;
    }
    for (const place of placesOfUnit(scan, frame, unit)) readBlock(state, place);
    if (reader.isExhausted) return undefined;
  }
  return reader.position;
}
