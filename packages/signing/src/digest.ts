/**
 * WebCrypto as this package uses it. The casts are there because `SubtleCrypto` is typed for buffers that are not shared between threads,
 * while callers pass plain `Uint8Array`s (a Node `Buffer` included), which work at run time.
 */
function subtle(): SubtleCrypto {
  const found = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle;
  if (found === undefined) {
    throw new Error(
      'WebCrypto (crypto.subtle) is missing: use Node 20 or later, or a page served over HTTPS or from localhost.',
    );
  }
  return found;
}

const utf8 = new TextEncoder();

/** Text as UTF-8; bytes unchanged. */
export function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? utf8.encode(data) : data;
}

/** Lower-case hex, two digits per byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Base64 with padding, for digests; too slow for pictures. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** SHA-256 of a text's UTF-8 form, or of bytes, as 64 lower-case hex digits. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await subtle().digest('SHA-256', toBytes(data) as Uint8Array<ArrayBuffer>)));
}

/** Input of `hmac`. */
export interface HmacInput {
  readonly hash: 'SHA-1' | 'SHA-256';
  readonly key: string;
  readonly message: string | Uint8Array;
}

/**
 * HMAC (RFC 2104): 20 bytes with SHA-1, 32 with SHA-256.
 * @throws RangeError when the key is empty: a missing secret must never produce a signature.
 */
export async function hmac({ hash, key, message }: HmacInput): Promise<Uint8Array> {
  if (key === '') throw new RangeError('The AccessKeySecret is empty.');
  const algorithm = { name: 'HMAC', hash };
  const imported = await subtle().importKey('raw', utf8.encode(key), algorithm, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', imported, toBytes(message) as Uint8Array<ArrayBuffer>));
}
