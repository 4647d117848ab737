import { int32, uint16, uint32 } from '../byte-order.ts';
import { bmpMasks } from './bmp-masks.ts';
import type { BmpMasks } from './bmp-masks.ts';

/** How the pixels of a BMP are packed. `unsupported` carries the compression field's number. */
export type BmpEncoding =
  | 'uncompressed'
  | 'rle4'
  | 'rle8'
  | 'rle24'
  | 'bitfields'
  | 'jpeg'
  | 'png'
  | 'huffman'
  | 'cmyk'
  | 'unknown';

/** Offsets and sizes of the parts of a BMP. Every offset is inside the buffer or equal to its length. */
export interface BmpLayout {
  /** Bytes of the information header; only this size distinguishes Windows from OS/2 files. */
  readonly headerBytes: number;
  readonly width: number;
  readonly height: number;
  /** Whether the first stored row is the top one. */
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  readonly encoding: BmpEncoding;
  /** Channel masks of 16- and 32-bit pixels. */
  readonly masks: BmpMasks;
  readonly paletteAt: number;
  /** 3 (OS/2 version 1) or 4. */
  readonly bytesPerPaletteEntry: number;
  readonly paletteEntries: number;
  readonly pixelsAt: number;
}

const fileHeaderBytes = 14;
const coreHeaderBytes = 12;
const os2Only: ReadonlySet<number> = new Set([16, 24, 48, 60, 64]);

/**
 * Reads the headers of a BMP: BITMAPCOREHEADER (12), OS/2 version 2 (16–64), BITMAPINFOHEADER and its successors (40, 52, 56, 108, 124).
 * Returns `undefined` if the file ends before them or the header's size is unknown.
 *
 * @source Microsoft, "Bitmap Storage" and "BITMAPV5HEADER"; IBM, "OS/2 Presentation Manager bitmap format".
 */
export function readBmpLayout(bytes: Uint8Array): BmpLayout | undefined {
  const headerBytes = uint32(bytes, fileHeaderBytes, 'little');
  const isKnown = headerBytes === coreHeaderBytes || (headerBytes >= 16 && headerBytes <= 124);
  const neededBytes = fileHeaderBytes + Math.min(headerBytes, headerBytes === coreHeaderBytes ? 12 : 40);
  if (!isKnown || bytes.length < neededBytes) return undefined;

  return headerBytes === coreHeaderBytes ? readCore(bytes) : readInfo(bytes, headerBytes);
}

function readCore(bytes: Uint8Array): BmpLayout {
  const bitsPerPixel = uint16(bytes, 24, 'little');
  return withOffsets(bytes, {
    headerBytes: coreHeaderBytes,
    width: uint16(bytes, 18, 'little'),
    height: uint16(bytes, 20, 'little'),
    topDown: false,
    bitsPerPixel,
    encoding: 'uncompressed',
    masks: bmpMasks(bytes, { bitsPerPixel, compression: 0, headerBytes: coreHeaderBytes }),
    bytesPerPaletteEntry: 3,
    paletteEntries: 0,
    paletteAt: fileHeaderBytes + coreHeaderBytes,
  });
}

function readInfo(bytes: Uint8Array, headerBytes: number): BmpLayout {
  const bitsPerPixel = uint16(bytes, 28, 'little');
  const compression = headerBytes >= 20 ? uint32(bytes, 30, 'little') : 0;
  const storedHeight = int32(bytes, 22, 'little');
  // Masks follow only the plain 40-byte header; longer headers contain them.
  const maskBytes = headerBytes === 40 ? ({ 3: 12, 6: 16 }[compression] ?? 0) : 0;
  return withOffsets(bytes, {
    headerBytes,
    width: Math.max(0, int32(bytes, 18, 'little')),
    height: Math.abs(storedHeight),
    topDown: storedHeight < 0,
    bitsPerPixel,
    encoding: encodingOf(compression, { headerBytes, bitsPerPixel }),
    masks: bmpMasks(bytes, { bitsPerPixel, compression, headerBytes }),
    bytesPerPaletteEntry: 4,
    paletteEntries: headerBytes >= 36 ? uint32(bytes, 46, 'little') : 0,
    paletteAt: fileHeaderBytes + headerBytes + maskBytes,
  });
}

function encodingOf(compression: number, kind: { headerBytes: number; bitsPerPixel: number }): BmpEncoding {
  const isOs2 = os2Only.has(kind.headerBytes);
  switch (compression) {
    case 0:
      return 'uncompressed';
    case 1:
      return 'rle8';
    case 2:
      return 'rle4';
    case 3:
      // In OS/2 files the number means Huffman; a 1-bit picture cannot have colour masks.
      return isOs2 || kind.bitsPerPixel === 1 ? 'huffman' : 'bitfields';
    case 4:
      return isOs2 || kind.bitsPerPixel === 24 ? 'rle24' : 'jpeg';
    case 5:
      return 'png';
    case 6:
      return 'bitfields';
    case 11:
    case 12:
    case 13:
      return 'cmyk';
    default:
      return 'unknown';
  }
}

/**
 * Determines the offsets of palette and pixels. In some files the pixel offset is 0, inside the headers or past the end; the pixels then
 * follow the palette. An offset inside the palette means a short palette, unless the file is long enough for the whole palette and all
 * pixels after it.
 */
function withOffsets(bytes: Uint8Array, layout: Omit<BmpLayout, 'pixelsAt'>): BmpLayout {
  const declaredAt = uint32(bytes, 10, 'little');
  const paletteAt = Math.min(layout.paletteAt, bytes.length);
  const fullPalette = layout.bitsPerPixel <= 8 ? 2 ** layout.bitsPerPixel : 0;
  const entries = layout.paletteEntries === 0 ? fullPalette : Math.min(layout.paletteEntries, 65_536);
  const afterPaletteAt = Math.min(bytes.length, paletteAt + entries * layout.bytesPerPaletteEntry);
  const isShortPalette = declaredAt > paletteAt && afterPaletteAt + bmpPixelBytes(layout) > bytes.length;
  const isPlausible = declaredAt < bytes.length && (declaredAt >= afterPaletteAt || isShortPalette);
  const pixelsAt = isPlausible ? declaredAt : afterPaletteAt;
  const room = Math.floor((pixelsAt - paletteAt) / layout.bytesPerPaletteEntry);
  return { ...layout, paletteAt, paletteEntries: Math.max(0, Math.min(entries, fullPalette, room)), pixelsAt };
}

/** Bytes from one stored row of unpacked pixels to the next: rows are padded to 32 bits. */
export function bmpRowStride(layout: Pick<BmpLayout, 'width' | 'bitsPerPixel'>): number {
  return Math.ceil((layout.width * layout.bitsPerPixel) / 32) * 4;
}

/** Smallest number of bytes of the pixels, exact unless they are run-length coded. The last row's padding does not count, as it is often missing. */
export function bmpPixelBytes(layout: Pick<BmpLayout, 'width' | 'height' | 'bitsPerPixel' | 'encoding'>): number {
  if (layout.encoding !== 'uncompressed' && layout.encoding !== 'bitfields') return 1;

  const lastRowBytes = Math.ceil((layout.width * layout.bitsPerPixel) / 8);
  return bmpRowStride(layout) * Math.max(0, layout.height - 1) + lastRowBytes;
}
