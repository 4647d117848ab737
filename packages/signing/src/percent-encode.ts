/**
 * Percent-encodes a text as both signatures want it: `A–Z a–z 0–9 - _ . ~` stay, every other byte of the UTF-8 form
 * becomes `%XX` with upper-case hex (RFC 3986, section 2.3 "unreserved").
 *
 * `encodeURIComponent` leaves `! ' ( ) *` alone, so those are added. A lone surrogate becomes U+FFFD, as any UTF-8 encoder does.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
