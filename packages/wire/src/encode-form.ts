const utf8 = new TextEncoder();
const ascii = new TextDecoder();

/**
 * Encodes a form body: `name=value` joined by `&`, everything but letters, digits and `- _ . ~` as `%XX` with upper-case hex (a space is
 * `%20`). Every form reader accepts this, and signatures use the same encoding.
 *
 * `encodeURIComponent` is native code: measured on pictures of 4 MB it is as fast as a byte loop on current engines, with far less code to
 * bundle.
 * @param fields  names with values; a value given as bytes must be UTF-8 text already, e.g. Base64.
 */
export function encodeForm(
  fields: Iterable<readonly [name: string, value: string | Uint8Array]>,
): Uint8Array<ArrayBuffer> {
  const pairs = [...fields].map(
    ([name, value]) => `${escape(name)}=${escape(typeof value === 'string' ? value : ascii.decode(value))}`,
  );
  return utf8.encode(pairs.join('&'));
}

function escape(text: string): string {
  const escaped = encodeURIComponent(text.toWellFormed());
  return escaped.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
