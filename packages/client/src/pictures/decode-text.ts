import { tooLarge } from '../errors/local-refusal.ts';
import { PictureInputError } from '../errors/picture-input-error.ts';
import type { PictureRole } from '../errors/semblance-error.ts';

/**
 * Decodes Base64 text or a `data:` URL.
 * @throws PictureInputError that says what the text seems to be instead, e.g. a path.
 */
export function decodeText(
  text: string,
  { picture, maxBytes }: { picture: PictureRole; maxBytes: number },
): Uint8Array {
  const dataUrl = /^data:[^,]{0,200}?(;base64)?,/i.exec(text);
  if (dataUrl !== null && dataUrl[1] === undefined)
    throw new PictureInputError(picture, 'the data URL is not in Base64.');

  const encoded = (dataUrl === null ? text : text.slice(dataUrl[0].length)).replaceAll(/\s+/g, '');
  if ((encoded.length * 3) / 4 > maxBytes + 2) throw tooLarge(picture, maxBytes);
  const bytes = base64.test(encoded) ? decode(encoded) : undefined;
  if (bytes !== undefined) return bytes;
  const alphabet = /^[\w=-]+$/.test(encoded) ? ' Is it URL-safe Base64?' : '';
  throw new PictureInputError(picture, hintFor(text) ?? `the text is no Base64, or was cut off.${alphabet}`);
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

interface Decoder {
  readonly Buffer?: { readonly from: (text: string, encoding: 'base64') => Uint8Array<ArrayBuffer> };
}

/** Decodes with the platform's decoder. Node's own is by far the fastest but lenient, so the text is checked before. */
function decode(encoded: string): Uint8Array | undefined {
  const { Buffer } = globalThis as Decoder;
  // Four characters are three bytes; a single one left over means that the text is cut off.
  if (encoded.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer?.from(encoded, 'base64') ?? Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}

/** The extension of a path; Base64 has no dots. */
const path = /\.\w{2,5}$/;

/** A hint at what a text that is not Base64 probably is. */
function hintFor(text: string): string | undefined {
  if (/^https?:/i.test(text))
    return "the text is an address. Fetch it and give the answer's body: the service takes no addresses.";
  if (path.test(text) || /^file:/i.test(text)) return 'the text is a path. Use file(path) of @semblance/client/node.';
  return undefined;
}
