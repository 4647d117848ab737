import { toHex } from './digest.ts';

/** Fills the array with random bytes and returns it, like `crypto.getRandomValues`. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * A nonce for one signed request: 32 hex digits, 128 random bits. Every attempt of a call needs a new one.
 * @param random  for tests; default the platform's generator.
 */
export function createNonce(random: RandomSource = (bytes) => globalThis.crypto.getRandomValues(bytes)): string {
  return toHex(random(new Uint8Array(16)));
}
