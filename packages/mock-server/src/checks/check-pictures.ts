import { checkPicture, contentCode, type PictureHeader, type WhichPicture } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import { decodeBase64 } from '@semblance/wire/base64';
import type { Call } from '../call/call.ts';
import { fail, type FailureOutcome } from '../reply/outcome.ts';
import type { Instance } from '../state/instance-registry.ts';
import type { UploadStore } from '../state/upload-store.ts';
import { resolveUploadUrl } from '../uploads/resolve-upload-url.ts';

/** A picture that passed every check. */
export interface CheckedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

/** Both pictures, or the first thing wrong with them. */
export type PicturesCheck =
  | {
      readonly ok: true;
      readonly primary: CheckedPicture;
      readonly secondary: CheckedPicture;
      /** Keys of uploads that the pictures came from; a comparison uses them up. */
      readonly usedUploads: readonly string[];
    }
  | { readonly ok: false; readonly failure: FailureOutcome };

/** What the checks look at besides the call. */
export interface PictureCheckOptions {
  readonly instance: Instance;
  readonly uploads: UploadStore;
  readonly nowMs: number;
}

const parameterNames = { primary: 'PrimaryPicContent', secondary: 'SecondaryPicContent' } as const;

/** Presence of both, then what the parameters hold, then the pictures themselves; each time the first picture first. */
export function checkPictures(call: Call, options: PictureCheckOptions): PicturesCheck {
  const missing = checkPresence(call, 'primary') ?? checkPresence(call, 'secondary');
  if (missing !== undefined) return { ok: false, failure: missing };
  const primaryBytes = readContent(call, 'primary', options);
  if (!primaryBytes.ok) return primaryBytes;
  const secondaryBytes = readContent(call, 'secondary', options);
  if (!secondaryBytes.ok) return secondaryBytes;
  const primary = checkBytes(primaryBytes.bytes, 'primary', options);
  if (!primary.ok) return primary;
  const secondary = checkBytes(secondaryBytes.bytes, 'secondary', options);
  if (!secondary.ok) return secondary;
  const usedUploads = [primaryBytes, secondaryBytes].flatMap(({ objectKey }) => objectKey ?? []);
  return { ok: true, primary: primary.picture, secondary: secondary.picture, usedUploads };
}

function checkPresence({ parameters }: Call, which: WhichPicture): FailureOutcome | undefined {
  const name = parameterNames[which];
  if (parameters.repeated.includes(name)) return fail('InvalidParameter', `${name} was sent more than once.`);
  const length = parameters.bytes(name)?.length ?? 0;
  return length > 0 ? undefined : fail('NoSpecifiedPic', `${name} is absent or empty.`);
}

type Refusal = { readonly ok: false; readonly failure: FailureOutcome };
type ContentReading =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly objectKey?: string | undefined }
  | Refusal;

/** An address is short; only the beginning is looked at. */
const URL_START = /^\s*[a-z][a-z0-9+.-]{1,20}:\/\//i;

function readContent(call: Call, which: WhichPicture, options: PictureCheckOptions): ContentReading {
  const content = call.parameters.bytes(parameterNames[which]) ?? new Uint8Array();
  if (URL_START.test(new TextDecoder().decode(content.subarray(0, 64))))
    return resolveUploadUrl(new TextDecoder().decode(content.subarray(0, 4096)), { ...options, call });
  const decoding = decodeBase64(content, { maxBytes: pictureMaxBytes });
  if (decoding.ok) return { ok: true, bytes: decoding.value.bytes };
  const { reason, detail } = decoding.failure;
  return { ok: false, failure: fail(reason === 'too-large' ? 'InvalidPicContent' : contentCode(which), detail) };
}

function checkBytes(
  bytes: Uint8Array,
  which: WhichPicture,
  { instance }: PictureCheckOptions,
): { readonly ok: true; readonly picture: CheckedPicture } | Refusal {
  const pixelRange = serviceTypes[instance.settings.serviceType ?? 'generic'];
  const check = checkPicture(bytes, { which, pixelRange });
  return check.ok
    ? { ok: true, picture: { bytes, header: check.header } }
    : { ok: false, failure: fail(check.code, check.detail.en) };
}
