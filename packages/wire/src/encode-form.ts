const PERCENT = 0x25;
const HEX_DIGITS = new TextEncoder().encode('0123456789ABCDEF');
const utf8 = new TextEncoder();

/** 1 at every byte that stays as it is (RFC 3986 "unreserved"): safe for every form reader, and what the signatures encode. */
const UNRESERVED: Uint8Array = new Uint8Array(256).map((_, byte) =>
  /[A-Za-z0-9\-_.~]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * Encodes a form body: `name=value` joined by `&`, everything but letters, digits and `- _ . ~` as `%XX` with upper-case hex
 * (a space is `%20`). Works on bytes, in one pass to measure and one to write, so pictures of several megabytes cost little.
 * @param fields  names with values; a value given as bytes must be UTF-8 text already, e.g. Base64.
 */
export function encodeForm(
  fields: Iterable<readonly [name: string, value: string | Uint8Array]>,
): Uint8Array<ArrayBuffer> {
  const parts = [...fields].map(([name, value]) => ({
    name: utf8.encode(name),
    value: typeof value === 'string' ? utf8.encode(value) : value,
  }));
  let length = Math.max(0, 2 * parts.length - 1);
  for (const { name, value } of parts) length += escapedLength(name) + escapedLength(value);
  const output = new Uint8Array(length);
  let offset = 0;
  for (const [index, { name, value }] of parts.entries()) {
    if (index > 0) output[offset++] = 0x26;
    offset = writeEscaped(name, output, offset);
    output[offset++] = 0x3d;
    offset = writeEscaped(value, output, offset);
  }
  return output;
}

function escapedLength(bytes: Uint8Array): number {
  let unreserved = 0;
  for (const byte of bytes) unreserved += UNRESERVED[byte] ?? 0;
  return 3 * bytes.length - 2 * unreserved;
}

function writeEscaped(bytes: Uint8Array, output: Uint8Array, start: number): number {
  let offset = start;
  for (const byte of bytes) {
    if (UNRESERVED[byte] === 1) {
      output[offset++] = byte;
    } else {
      output[offset++] = PERCENT;
      output[offset++] = HEX_DIGITS[byte >> 4] ?? 0;
      output[offset++] = HEX_DIGITS[byte & 15] ?? 0;
    }
  }
  return offset;
}
