import { fingerprint } from './fingerprint.ts';
import { readPairMark } from './pair-mark.ts';

/**
 * A score from bytes alone. **It has no meaning**: it does not say whether pictures are alike.
 *
 * - the same bytes → exactly 1;
 * - both pictures of one `makePair({ score })` → that score;
 * - anything else → a number from 0 to 0.9999 that depends only on the two files, in either order.
 */
export function byteScore(primary: Uint8Array, secondary: Uint8Array): number {
  if (isSame(primary, secondary)) return 1;
  const mark = readPairMark(primary);
  const other = readPairMark(secondary);
  if (mark !== undefined && other !== undefined && mark.pair === other.pair && mark.score === other.score)
    return mark.score;
  const joined = [fingerprint(primary), fingerprint(secondary)].sort().join('');
  const digest = Number.parseInt(fingerprint(new TextEncoder().encode(joined)).slice(0, 8), 16);
  return Math.floor((digest / 2 ** 32) * 10_000) / 10_000;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}
