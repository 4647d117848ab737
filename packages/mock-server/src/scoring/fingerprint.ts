/** 64 bits that stand for a file's bytes, as 16 hex digits. */
export type Fingerprint = string;

/**
 * A quick hash of bytes: two lanes of multiply and rotate over 32-bit words, finished as Murmur3 does. It distinguishes files but does not
 * resist deliberate collisions.
 */
export function fingerprint(bytes: Uint8Array): Fingerprint {
  const wordCount = bytes.length >>> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let low = 0x9e3779b9 ^ bytes.length;
  let high = 0x85ebca6b;
  for (let index = 0; index < wordCount; index += 1) {
    const word = view.getInt32(index << 2, true);
    low = Math.imul(((low ^ word) << 13) | ((low ^ word) >>> 19), 0xcc9e2d51);
    high = Math.imul((high + word) ^ (low >>> 7), 0x1b873593);
  }
  for (let index = wordCount << 2; index < bytes.length; index += 1) {
    low = Math.imul(low ^ (bytes[index] ?? 0), 0x01000193);
    high = Math.imul(high + (bytes[index] ?? 0), 0x85ebca6b) ^ low;
  }
  return hex(finish(low ^ (high >>> 16))) + hex(finish(high ^ low));
}

function finish(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
