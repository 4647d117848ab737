import { hasText, uint8 } from '../byte-order.ts';
import { structureLimits } from '../structure-limits.ts';
import { orientationClaim, upright } from './orientation-claim.ts';
import type { OrientationClaim } from './orientation-claim.ts';

const property = 'tiff:Orientation';
const firstCharacter = property.charCodeAt(0);
/** Characters between the name and its value: ` = "` of an attribute, or `>` and white space of an element. */
const separators = new Set([...' \t\r\n="\'>'].map((character) => character.charCodeAt(0)));
const maxSeparators = 64;

/**
 * `tiff:Orientation` of an XMP packet, written as attribute or as element. The packet is searched, not parsed, because an XML parser would
 * be the larger risk. Only the first MiB is searched.
 */
export function readXmpOrientation(packet: Uint8Array): OrientationClaim {
  const searched = packet.subarray(0, structureLimits.maxXmpBytes);
  for (let at = 0; at < searched.length; at += 1) {
    if (searched[at] === firstCharacter && hasText(searched, property, at)) {
      const claim = orientationClaim(valueAfter(searched, at + property.length), 'xmp');
      if (claim !== upright) return claim;
    }
  }
  return upright;
}

function valueAfter(packet: Uint8Array, start: number): number {
  let at = start;
  while (at < start + maxSeparators && separators.has(uint8(packet, at))) at += 1;

  const digit = uint8(packet, at) - 48;
  const next = uint8(packet, at + 1);
  const isSingleDigit = next < 48 || next > 57;
  return at > start && isSingleDigit ? digit : 1;
}
