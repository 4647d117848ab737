import { acs3HmacSm3 } from './v3-algorithm-sm3.ts';
import { acs3HmacSha256 } from './v3-algorithm.ts';
import type { V3Algorithm } from './v3-algorithm.ts';

/** The algorithms that verification accepts. */
export const v3Algorithms: readonly V3Algorithm[] = [acs3HmacSha256, acs3HmacSm3];

/** The algorithm of that name; `undefined` for one that is not accepted, such as `ACS3-RSA-SHA256`. */
export function algorithmNamed(name: string): V3Algorithm | undefined {
  return v3Algorithms.find((algorithm) => algorithm.name === name);
}
