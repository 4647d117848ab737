import { toHex } from './digest.ts';

/** Fills the array with random bytes and returns it; `crypto.getRandomValues` does. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * A nonce for one signed request: 32 hex digits, 128 random bits. Every attempt of a call needs a new one.
 * @param random  injected by tests; the platform's generator otherwise.
 */
export function createNonce(random: RandomSource = (bytes) => globalThis.crypto.getRandomValues(bytes)): string {
  return toHex(random(new Uint8Array(16)));
}
