import { checkPicture, checkRank, contentCode } from '@semblance/picture';
import type { WhichPicture } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import { decodeBase64 } from '@semblance/wire/base64';
import type { CheckedPicture } from '../answer/decided-call.ts';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { Instance } from '../session/instance-registry.ts';
import type { UploadStore } from '../session/upload-store.ts';
import { resolveUploadUrl, uploadAddressMaxBytes } from './resolve-upload-url.ts';

/** Both pictures, or the first fault found. */
export type PicturesCheck =
  | {
      readonly ok: true;
      readonly primary: CheckedPicture;
      readonly secondary: CheckedPicture;
      /** Keys of the uploads the pictures came from, which a comparison uses up. */
      readonly usedUploads: readonly string[];
    }
  | { readonly ok: false; readonly failure: FailureOutcome };

/** Input of the checks besides the call. */
export interface PictureCheckOptions {
  readonly instance: Instance;
  readonly uploads: UploadStore;
  readonly nowMs: number;
}

const parameterNames = { primary: 'PrimaryPicContent', secondary: 'SecondaryPicContent' } as const;

/**
 * Checks presence → address or Base64 → bytes → format → pixels → orientation → damage. If both pictures fail, the earlier check decides,
 * and for the same check the first picture.
 */
export function checkPictures(call: Call, options: PictureCheckOptions): PicturesCheck {
  const missing = checkPresence(call, 'primary') ?? checkPresence(call, 'secondary');
  if (missing !== undefined) return { ok: false, failure: missing };
  const primary = checkOne(call, 'primary', options);
  const secondary = checkOne(call, 'secondary', options);
  if (!primary.ok && (secondary.ok || primary.stage <= secondary.stage)) return primary;
  if (!secondary.ok) return secondary;
  if (!primary.ok) return primary;
  const usedUploads = [primary, secondary].flatMap(({ objectKey }) => objectKey ?? []);
  return { ok: true, primary: primary.picture, secondary: secondary.picture, usedUploads };
}

/** A fault of a picture, with its parameter. */
export interface PictureFault extends FailureOutcome {
  readonly parameter: string;
}

/** The faults of both pictures. */
export function pictureFaults(call: Call, options: PictureCheckOptions): readonly PictureFault[] {
  return (['primary', 'secondary'] as const).flatMap((which) => {
    const missing = checkPresence(call, which);
    const check = missing === undefined ? checkOne(call, which, options) : { ok: false as const, failure: missing };
    return check.ok ? [] : [{ ...check.failure, parameter: parameterNames[which] }];
  });
}

function checkPresence({ parameters }: Call, which: WhichPicture): FailureOutcome | undefined {
  const name = parameterNames[which];
  const length = parameters.bytes(name)?.length ?? 0;
  return length > 0 ? undefined : speakingOf(which, fail('NoSpecifiedPic', `${name} is absent or empty.`));
}

function speakingOf(picture: WhichPicture, failure: FailureOutcome): FailureOutcome {
  return { ...failure, picture };
}

type OneCheck =
  | { readonly ok: true; readonly picture: CheckedPicture; readonly objectKey: string | undefined }
  | { readonly ok: false; readonly failure: FailureOutcome; readonly stage: number };

function checkOne(call: Call, which: WhichPicture, options: PictureCheckOptions): OneCheck {
  const content = readContent(call, which, options);
  if (!content.ok) {
    return {
      ok: false,
      failure: speakingOf(which, content.failure),
      stage: content.failure.code === 'InvalidPicContent' ? checkRank('InvalidPicContent') : 0,
    };
  }
  const pixelRange = serviceTypes[options.instance.settings.serviceType ?? 'generic'];
  const check = checkPicture(content.bytes, { which, pixelRange });
  if (check.ok)
    return { ok: true, picture: { bytes: content.bytes, header: check.header }, objectKey: content.objectKey };
  return {
    ok: false,
    failure: speakingOf(which, fail(check.code, check.detail.en)),
    stage: checkRank(check.code),
  };
}

type ContentReading =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly objectKey?: string | undefined }
  | { readonly ok: false; readonly failure: FailureOutcome };

/** The start of an address: a scheme and two slashes. Base64 has no colon. */
const urlStart = /^\s*[a-z][a-z0-9+.-]{0,20}:\/\//i;

function readContent(call: Call, which: WhichPicture, options: PictureCheckOptions): ContentReading {
  const content = call.parameters.bytes(parameterNames[which]) ?? new Uint8Array();
  const text = new TextDecoder();
  if (urlStart.test(text.decode(content.subarray(0, 32)))) {
    return content.length > uploadAddressMaxBytes
      ? { ok: false, failure: fail('InvalidPicUrl', 'The address is too long.') }
      : resolveUploadUrl(text.decode(content), { ...options, call });
  }
  const decoding = decodeBase64(content, { maxBytes: pictureMaxBytes });
  if (decoding.ok) return { ok: true, bytes: decoding.value.bytes };
  const { reason, detail } = decoding.failure;
  return { ok: false, failure: fail(reason === 'too-large' ? 'InvalidPicContent' : contentCode(which), detail) };
}
