/** An identifier for one request, as the gateway writes them: an upper-case UUID. */
export function createRequestId(randomUuid: () => string = () => globalThis.crypto.randomUUID()): string {
  return randomUuid().toUpperCase();
}
