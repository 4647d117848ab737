import type { BmpLayout } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';
import { storedRow } from './bmp-rows.ts';
import { fromPacked, packColour, readPalette } from './packed-colour.ts';

/** Position of the next pixel, in stored rows, and of the input. */
interface Cursor {
  at: number;
  x: number;
  row: number;
  isEnded: boolean;
}

/** Differences of the three encodings: size and meaning of a run's colour and of literal pixels. */
interface PixelCode {
  readonly colourBytes: number;
  literalBytes(count: number): number;
  /** The packed colour of pixel `index` of a run or a literal stretch whose bytes start at `at`. */
  colour(at: number, index: number): number;
  readonly runAlternates: boolean;
}

const escape = { endOfLine: 0, endOfBitmap: 1, delta: 2 } as const;

/**
 * RLE4, RLE8 and OS/2 RLE24. Skipped pixels stay transparent. Writing is clipped to the picture, and the cursor only moves forward, so time
 * is linear. Returns `undefined` if the stream ends before the last row.
 */
export function readRunLength(bytes: Uint8Array, layout: BmpLayout): { ok: true; value: RawPixels } | undefined {
  const code = pixelCode(bytes, layout);
  const packed = new Int32Array(layout.width * layout.height);
  const cursor: Cursor = { at: layout.pixelsAt, x: 0, row: 0, isEnded: false };
  while (!cursor.isEnded && cursor.row < layout.height && cursor.at + 1 < bytes.length) {
    const count = bytes[cursor.at] ?? 0;
    if (count > 0) writeRun({ packed, layout, code }, cursor, count);
    else readEscape({ packed, layout, code }, cursor, bytes);
  }
  const isLastRowReached = cursor.row >= layout.height - 1 && cursor.x >= layout.width;
  const isComplete = cursor.isEnded || cursor.row >= layout.height || isLastRowReached;
  return isComplete ? { ok: true, value: fromPacked(layout, packed) } : undefined;
}

interface Target {
  readonly packed: Int32Array;
  readonly layout: BmpLayout;
  readonly code: PixelCode;
}

function writeRun(target: Target, cursor: Cursor, count: number): void {
  const { packed, layout, code } = target;
  const colourAt = cursor.at + 1;
  const first = storedRow(layout, cursor.row) * layout.width;
  const end = Math.min(cursor.x + count, layout.width);
  if (code.runAlternates)
    for (let x = cursor.x; x < end; x += 1) packed[first + x] = code.colour(colourAt, (x - cursor.x) % 2);
  else if (cursor.x < end) packed.fill(code.colour(colourAt, 0), first + cursor.x, first + end);

  cursor.x = end;
  cursor.at = colourAt + code.colourBytes;
}

function readEscape(target: Target, cursor: Cursor, bytes: Uint8Array): void {
  const value = bytes[cursor.at + 1] ?? 0;
  const argumentsAt = cursor.at + 2;
  switch (value) {
    case escape.endOfLine:
      cursor.row += 1;
      cursor.x = 0;
      cursor.at = argumentsAt;
      break;
    case escape.endOfBitmap:
      cursor.isEnded = true;
      break;
    case escape.delta:
      cursor.x = Math.min(target.layout.width, cursor.x + (bytes[argumentsAt] ?? 0));
      cursor.row += bytes[argumentsAt + 1] ?? 0;
      cursor.at = argumentsAt + 2;
      break;
    default:
      writeLiterals(target, cursor, { count: value, availableBytes: bytes.length - argumentsAt });
  }
}

function writeLiterals(target: Target, cursor: Cursor, stretch: { count: number; availableBytes: number }): void {
  const { packed, layout, code } = target;
  const colourAt = cursor.at + 2;
  const storedBytes = code.literalBytes(stretch.count);
  cursor.at = colourAt + storedBytes + (storedBytes % 2);
  if (storedBytes > stretch.availableBytes) return;

  const first = storedRow(layout, cursor.row) * layout.width;
  const end = Math.min(cursor.x + stretch.count, layout.width);
  for (let x = cursor.x; x < end; x += 1) packed[first + x] = code.colour(colourAt, x - cursor.x);

  cursor.x = end;
}

function pixelCode(bytes: Uint8Array, layout: BmpLayout): PixelCode {
  if (layout.encoding === 'rle24') {
    return {
      colourBytes: 3,
      literalBytes: (count) => count * 3,
      colour: (at, index) =>
        packColour(bytes[at + index * 3 + 2] ?? 0, bytes[at + index * 3 + 1] ?? 0, bytes[at + index * 3] ?? 0),
      runAlternates: false,
    };
  }
  const palette = readPalette(bytes, layout);
  if (layout.encoding === 'rle8') {
    return {
      colourBytes: 1,
      literalBytes: (count) => count,
      colour: (at, index) => palette[bytes[at + index] ?? 0] ?? 0,
      runAlternates: false,
    };
  }
  return {
    colourBytes: 1,
    literalBytes: (count) => Math.ceil(count / 2),
    colour: (at, index) => palette[((bytes[at + (index >> 1)] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15] ?? 0,
    runAlternates: true,
  };
}
