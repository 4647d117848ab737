/**
 * Percent-encodes a text as both signatures require: `A–Z a–z 0–9 - _ . ~` are kept, every other byte of the UTF-8 form becomes `%XX` with
 * upper-case hex (RFC 3986, section 2.3 "unreserved").
 *
 * `encodeURIComponent` keeps `! ' ( ) *`, so those are encoded in addition. A lone surrogate becomes U+FFFD, as in any UTF-8 encoder.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
