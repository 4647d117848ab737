import { hasText, uint16, uint32, uint8 } from '../byte-order.ts';
import type { ByteOrder } from '../byte-order.ts';
import { structureLimits } from '../structure-limits.ts';

/** How a TIFF structure (a TIFF file or the payload of an EXIF block) stores numbers and offsets. */
export interface TiffLayout {
  readonly order: ByteOrder;
  /** Whether it is a BigTIFF, with 8-byte offsets and counts. */
  readonly big: boolean;
  readonly firstDirectoryAt: number;
}

/** One entry of a directory; `valueAt` is the offset of its values, inside the entry or elsewhere in the file. */
interface DirectoryEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly valueAt: number;
}

/** A directory and the offset of the next one (0: none). */
export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  readonly nextAt: number;
}

const bytesPerType: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};

/** The layout of a TIFF structure at offset 0 of `bytes`, or `undefined` if there is none. */
export function readTiffLayout(bytes: Uint8Array): TiffLayout | undefined {
  const order = hasText(bytes, 'II') ? 'little' : hasText(bytes, 'MM') ? 'big' : undefined;
  if (order === undefined) return undefined;

  const version = uint16(bytes, 2, order);
  if (version === 42 && bytes.length >= 8) return { order, big: false, firstDirectoryAt: uint32(bytes, 4, order) };

  return version === 43 && bytes.length >= 16
    ? { order, big: true, firstDirectoryAt: uint64(bytes, 8, order) }
    : undefined;
}

/** The directory at `at`, or `undefined` if its table is not entirely inside the buffer. Entries beyond `maxDirectoryEntries` are ignored. */
export function readDirectory(bytes: Uint8Array, layout: TiffLayout, at: number): Directory | undefined {
  const frame = directoryFrame(bytes, layout, at);
  if (frame === undefined) return undefined;

  const entries = [];
  for (let index = 0; index < Math.min(frame.count, structureLimits.maxDirectoryEntries); index += 1)
    entries.push(readEntry(bytes, layout, frame.entriesAt + index * frame.entryBytes));

  return { entries, nextAt: frame.nextAt };
}

/** Offset of the directory after the one at `at`: 0 for none, `undefined` if the one at `at` is not entirely inside the buffer. */
export function nextDirectoryAt(bytes: Uint8Array, layout: TiffLayout, at: number): number | undefined {
  return directoryFrame(bytes, layout, at)?.nextAt;
}

interface DirectoryFrame {
  readonly count: number;
  readonly entriesAt: number;
  readonly entryBytes: number;
  readonly nextAt: number;
}

function directoryFrame(bytes: Uint8Array, layout: TiffLayout, at: number): DirectoryFrame | undefined {
  const entryBytes = layout.big ? 20 : 12;
  const count = layout.big ? uint64(bytes, at, layout.order) : uint16(bytes, at, layout.order);
  const entriesAt = at + (layout.big ? 8 : 2);
  const endAt = entriesAt + count * entryBytes;
  if (at < 8 || entriesAt > bytes.length || endAt > bytes.length) return undefined;

  // Writers of EXIF blocks sometimes omit the last "no next directory" field.
  const hasNext = endAt + (layout.big ? 8 : 4) <= bytes.length;
  return { count, entriesAt, entryBytes, nextAt: hasNext ? readOffset(bytes, layout, endAt) : 0 };
}

/** The `index`-th number of an integer entry; `fallback` if the entry is absent, of another type, or outside the file. */
export function directoryNumber(source: DirectoryNumberSource, tag: number, fallback: number): number {
  const { bytes, layout, directory, index = 0 } = source;
  const entry = directory.entries.find((candidate) => candidate.tag === tag);
  if (entry === undefined || index >= entry.count) return fallback;

  const at = entry.valueAt + index * (bytesPerType[entry.type] ?? 0);
  if (at >= bytes.length) return fallback;

  return readInteger({ bytes, layout, at, type: entry.type }) ?? fallback;
}

/** The directory and file that `directoryNumber` reads. */
export interface DirectoryNumberSource {
  readonly bytes: Uint8Array;
  readonly layout: TiffLayout;
  readonly directory: Directory;
  readonly index?: number;
}

function readInteger(place: { bytes: Uint8Array; layout: TiffLayout; at: number; type: number }): number | undefined {
  const { bytes, layout, at, type } = place;
  if (type === 1) return uint8(bytes, at);

  if (type === 3) return uint16(bytes, at, layout.order);

  if (type === 4 || type === 13) return uint32(bytes, at, layout.order);

  return type === 16 || type === 18 ? uint64(bytes, at, layout.order) : undefined;
}

function readEntry(bytes: Uint8Array, layout: TiffLayout, at: number): DirectoryEntry {
  const tag = uint16(bytes, at, layout.order);
  const type = uint16(bytes, at + 2, layout.order);
  const count = layout.big ? uint64(bytes, at + 4, layout.order) : uint32(bytes, at + 4, layout.order);
  const fieldAt = at + (layout.big ? 12 : 8);
  const fitsInside = count * (bytesPerType[type] ?? 1) <= (layout.big ? 8 : 4);
  return { tag, type, count, valueAt: fitsInside ? fieldAt : readOffset(bytes, layout, fieldAt) };
}

function readOffset(bytes: Uint8Array, layout: TiffLayout, at: number): number {
  return layout.big ? uint64(bytes, at, layout.order) : uint32(bytes, at, layout.order);
}

/** Reads a 64-bit offset. Those above 2^53 lose precision, which is harmless, as they are outside any buffer. */
function uint64(bytes: Uint8Array, at: number, order: ByteOrder): number {
  const first = uint32(bytes, at, order);
  const second = uint32(bytes, at + 4, order);
  return order === 'little' ? first + second * 4_294_967_296 : first * 4_294_967_296 + second;
}
