import { hasText } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFactsReading, UnsupportedVariant } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { bmpPixelBytes, readBmpLayout } from './bmp-layout.ts';
import type { BmpEncoding, BmpLayout } from './bmp-layout.ts';

const depths: Readonly<Partial<Record<BmpEncoding, readonly number[]>>> = {
  uncompressed: [1, 2, 4, 8, 16, 24, 32, 64],
  rle4: [4],
  rle8: [8],
  rle24: [24],
  bitfields: [16, 32],
};
const variants: Readonly<Partial<Record<BmpEncoding, UnsupportedVariant>>> = {
  jpeg: 'bmp-embedded-jpeg',
  png: 'bmp-embedded-png',
  huffman: 'bmp-huffman',
  cmyk: 'bmp-cmyk',
};

/** Windows and OS/2 bitmaps. BMP has no orientation metadata; a negative height only means that the top row comes first. */
export const bmpReader: FormatReader = {
  // Two letters are weak evidence, so the header's size has to be a known one, unless the file ends before it.
  matches: (bytes) => (hasText(bytes, 'BM') && hasKnownHeader(bytes)) || hasText(bytes, 'BA\u0028\u0000\u0000\u0000'),
  read: readBmp,
};

function hasKnownHeader(bytes: Uint8Array): boolean {
  const size = bytes[14];
  const isShort = bytes.length < 18;
  return isShort ? isBinary(bytes) : size !== undefined && size >= 12 && size <= 124 && hasText(bytes, '\0\0\0', 15);
}

/** Size fields at the start of a truncated bitmap contain zero bytes; a text that begins with "BM" does not. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.length === 2 || bytes.subarray(2).some((byte) => byte < 9);
}

function readBmp(bytes: Uint8Array): HeaderFactsReading {
  if (hasText(bytes, 'BA'))
    return { ok: true, facts: headerFacts({ width: 0, height: 0 }, { unsupportedVariant: 'bmp-array' }) };

  const layout = readBmpLayout(bytes);
  if (layout === undefined) return { ok: false, damage: bytes.length < 54 ? 'header-cut-off' : 'header-invalid' };

  const others = {
    bitsPerSample: bitsPerSample(layout),
    unsupportedVariant: variants[layout.encoding],
    damage: findDamage(bytes, layout),
  };
  return { ok: true, facts: headerFacts(layout, others) };
}

function findDamage(bytes: Uint8Array, layout: BmpLayout): Damage | undefined {
  if (variants[layout.encoding] !== undefined) return undefined;

  if (depths[layout.encoding]?.includes(layout.bitsPerPixel) !== true) return 'header-invalid';

  return layout.pixelsAt + bmpPixelBytes(layout) > bytes.length ? 'data-cut-off' : undefined;
}

function bitsPerSample(layout: BmpLayout): number {
  if (layout.bitsPerPixel <= 8) return layout.bitsPerPixel;

  return layout.bitsPerPixel === 64 ? 16 : 8;
}
