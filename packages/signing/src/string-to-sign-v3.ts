import type { V3Algorithm } from './v3-algorithm.ts';

/** Algorithm name, line feed, hash of the canonical request in lower-case hex. */
export async function stringToSignV3(canonicalRequest: string, algorithm: V3Algorithm): Promise<string> {
  return `${algorithm.name}\n${await algorithm.digestHex(canonicalRequest)}`;
}
