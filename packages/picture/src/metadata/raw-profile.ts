import { latin1, uint8 } from '../byte-order.ts';
import { readExifOrientation } from './exif-orientation.ts';
import { upright } from './orientation-claim.ts';
import type { OrientationClaim } from './orientation-claim.ts';

/** Most bytes decoded: the first directory of an EXIF block lies at its start. */
const maxDecodedBytes = 65_536;

/**
 * EXIF as ImageMagick writes it into a PNG's tEXt chunk: keyword, zero, profile name, length, then hexadecimal digits
 * in lines.
 */
export function readRawProfileOrientation(text: Uint8Array): OrientationClaim {
  const keyword = latin1(text, 0, 22);
  if (keyword !== 'Raw profile type exif\0' && keyword !== 'Raw profile type APP1\0') return upright;

  const digitsAt = afterLines(text, 22, 3);
  return readExifOrientation(fromHexadecimal(text.subarray(digitsAt)));
}

function afterLines(text: Uint8Array, start: number, lines: number): number {
  let at = start;
  for (let line = 0; line < lines; line += 1) {
    const end = text.indexOf(0x0a, at);
    if (end === -1) return text.length;

    at = end + 1;
  }
  return at;
}

function fromHexadecimal(digits: Uint8Array): Uint8Array {
  const decoded = [];
  let high = -1;
  for (let at = 0; at < digits.length && decoded.length < maxDecodedBytes; at += 1) {
    const value = digitValue(uint8(digits, at));
    if (value !== -1 && high !== -1) {
      decoded.push(high * 16 + value);
      high = -1;
    } else if (value !== -1) {
      high = value;
    }
  }
  return Uint8Array.from(decoded);
}

function digitValue(character: number): number {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;

  const lowered = character | 0x20;
  return lowered >= 0x61 && lowered <= 0x66 ? lowered - 0x57 : -1;
}
