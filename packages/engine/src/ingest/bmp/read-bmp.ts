import { bmpPixelBytes, readBmpLayout } from '@semblance/picture';
import type { BmpLayout } from '@semblance/picture';
import type { Result } from '../../result.ts';
import type { DecodeFailure } from '../ingest-failure.ts';
import type { RawPixels } from '../raw-pixels.ts';
import { readBitFields } from './bit-fields.ts';
import { readDeepColour, readTrueColour } from './direct-colour.ts';
import { readPalettePixels } from './palette-pixels.ts';
import { readRunLength } from './run-length.ts';

/** Pixels, or what is wrong with the data. */
export type BmpReading = Result<RawPixels, DecodeFailure>;

/**
 * Decodes a BMP of any Windows or OS/2 kind: 1–64 bits per pixel, RLE4, RLE8, RLE24, any colour masks, both row
 * orders. The fourth byte of uncompressed 32-bit pixels is padding; declared alpha counts, unless it is 0 everywhere.
 * Pixels that a run-length stream skips are transparent. Time and memory are linear in pixels and bytes.
 *
 * @source Microsoft, "Bitmap Storage"; behaviour on disputed files follows Jason Summers' BMP Suite.
 */
export function readBmp(bytes: Uint8Array): BmpReading {
  const layout = readBmpLayout(bytes);
  if (layout === undefined) return corrupt('no bitmap header');

  if (layout.width === 0 || layout.height === 0) return corrupt('a side of 0 pixels');

  switch (layout.encoding) {
    case 'uncompressed':
      return hasAllRows(bytes, layout) ? readUncompressed(bytes, layout) : corrupt('rows are missing');
    case 'bitfields':
      return hasAllRows(bytes, layout) ? readMasked(bytes, layout) : corrupt('rows are missing');
    case 'rle4':
    case 'rle8':
    case 'rle24':
      return readRunLength(bytes, layout) ?? corrupt('the run-length stream ends early');
    default:
      return {
        ok: false,
        failure: { reason: 'unsupported-variant', cause: `BMP encoding ${layout.encoding}` },
      };
  }
}

function readUncompressed(bytes: Uint8Array, layout: BmpLayout): BmpReading {
  switch (layout.bitsPerPixel) {
    case 1:
    case 2:
    case 4:
    case 8:
      return { ok: true, value: readPalettePixels(bytes, layout) };
    case 16:
    case 32:
      return { ok: true, value: readBitFields(bytes, layout) };
    case 24:
      return { ok: true, value: readTrueColour(bytes, layout) };
    case 64:
      return { ok: true, value: readDeepColour(bytes, layout) };
    default:
      return corrupt(`${layout.bitsPerPixel} bits per pixel`);
  }
}

function readMasked(bytes: Uint8Array, layout: BmpLayout): BmpReading {
  const isLegal = layout.bitsPerPixel === 16 || layout.bitsPerPixel === 32;
  return isLegal ? { ok: true, value: readBitFields(bytes, layout) } : corrupt('masks for a depth that has none');
}

function hasAllRows(bytes: Uint8Array, layout: BmpLayout): boolean {
  return layout.pixelsAt + bmpPixelBytes(layout) <= bytes.length;
}

function corrupt(cause: string): BmpReading {
  return { ok: false, failure: { reason: 'corrupt', cause } };
}
