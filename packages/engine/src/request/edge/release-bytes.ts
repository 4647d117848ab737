/** Buffers below this come from a pool that others use as well. */
const ownMemoryBytes = 16_384;

/**
 * Gives a buffer's memory back at once, where it is its own: bytes outside of the heap that wait for the next collection are counted until
 * then, and bodies of megabytes make one collection after the other. The buffer is empty afterwards.
 */
export function releaseBytes({ buffer, byteLength }: Uint8Array): void {
  if (byteLength >= ownMemoryBytes && buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    buffer.transfer(0);
}
