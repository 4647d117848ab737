import { uint32 } from '../byte-order.ts';

/** Which bits of a 16- or 32-bit pixel belong to which channel, as unsigned 32-bit numbers; an alpha of 0 means none. */
export interface BmpMasks {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const masksAt = 54;
const fiveBitMasks: BmpMasks = { red: 0x7c_00, green: 0x03_e0, blue: 0x00_1f, alpha: 0 };
/** Masks of an uncompressed 32-bit pixel, whose fourth byte is padding whatever its value. */
const eightBitMasks: BmpMasks = { red: 0xff_00_00, green: 0xff_00, blue: 0xff, alpha: 0 };

/** The masks a file declares (compression 3 or 6), or the fixed ones of an uncompressed file. */
export function bmpMasks(
  bytes: Uint8Array,
  header: { bitsPerPixel: number; compression: number; headerBytes: number },
): BmpMasks {
  const isDeclared = (header.compression === 3 || header.compression === 6) && header.bitsPerPixel >= 16;
  if (!isDeclared) return header.bitsPerPixel === 16 ? fiveBitMasks : eightBitMasks;

  const hasAlpha = header.compression === 6 || header.headerBytes >= 56;
  return {
    red: uint32(bytes, masksAt, 'little'),
    green: uint32(bytes, masksAt + 4, 'little'),
    blue: uint32(bytes, masksAt + 8, 'little'),
    alpha: hasAlpha ? uint32(bytes, masksAt + 12, 'little') : 0,
  };
}
