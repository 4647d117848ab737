import { readPictureHeader } from '@semblance/picture';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { decodeBase64 } from '@semblance/wire/base64';
import { fingerprint } from '../scoring/fingerprint.ts';
import type { CheckedPicture } from '../answer/decided-call.ts';
import type { PictureSummary } from './journal-entry.ts';

/** Describes a picture that passed the checks. */
export function summariseChecked({ bytes, header }: CheckedPicture): PictureSummary {
  const { format, width, height } = header;
  return { kind: 'picture', bytes: bytes.length, fingerprint: fingerprint(bytes), format, width, height };
}

/** Describes the value of a picture parameter that was not checked, or did not pass. */
export function summariseContent(content: Uint8Array | undefined): PictureSummary {
  if (content === undefined || content.length === 0) return { kind: 'absent' };
  const start = new TextDecoder().decode(content.subarray(0, 32));
  if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(start)) return { kind: 'address', bytes: content.length };
  const decoding = decodeBase64(content, { maxBytes: pictureMaxBytes });
  if (!decoding.ok) return { kind: 'unreadable', bytes: content.length };
  const { bytes } = decoding.value;
  const reading = readPictureHeader(bytes);
  return reading.kind === 'picture'
    ? summariseChecked({ bytes, header: reading.header })
    : { kind: 'unreadable', bytes: bytes.length };
}
