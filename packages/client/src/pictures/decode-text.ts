import { pictureFormats } from '@semblance/spec/limits';
import { decodeBase64 } from '@semblance/wire/base64';
import { PictureInputError } from '../errors/picture-input-error.ts';
import type { PictureRole } from '../errors/picture-input-error.ts';

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

  const decoded = decodeBase64(dataUrl === null ? text : text.slice(dataUrl[0].length), { maxBytes });
  if (decoded.ok) return decoded.value.bytes;
  throw new PictureInputError(picture, hintFor(text) ?? `the text is no Base64. ${decoded.failure.detail}`);
}

const path = new RegExp(`\\.(?:${pictureFormats.join('|')}|TIF)$`, 'i');

/** What a text that is no Base64 probably is. */
function hintFor(text: string): string | undefined {
  if (/^https?:/i.test(text))
    return "the text is an address. Fetch it and give the answer's body: the service takes no addresses.";
  if (path.test(text) || /^file:/i.test(text)) return 'the text is a path. Use file(path) of @semblance/client/node.';
  return undefined;
}
