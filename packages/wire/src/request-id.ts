/** Makes a request identifier like the gateway's: an upper-case UUID. */
export function createRequestId(randomUuid: () => string = () => globalThis.crypto.randomUUID()): string {
  return randomUuid().toUpperCase();
}
