/** The standard alphabet (RFC 4648, section 4). */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Six-bit value of each byte that is a Base64 character, 255 for every other byte. */
export const sextetOf: Uint8Array = new Uint8Array(256).fill(255);
for (let index = 0; index < alphabet.length; index += 1) sextetOf[alphabet.charCodeAt(index)] = index;
