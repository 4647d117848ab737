import { checkPicture, contentCode } from '@semblance/picture';
import type { PictureCheckOptions } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { isApiError } from '../errors/api-error.ts';
import { isPictureInputError } from '../errors/picture-input-error.ts';
import type { PictureRole } from '../errors/semblance-error.ts';
import type { PictureCheck } from './picture-check.ts';
import type { PictureInput } from './picture-input.ts';
import { readPicture } from './read-picture.ts';

/** Options of a check. */
export interface CheckOptions {
  /** Which of the two pictures it will be; selects one of the two codes for damaged content. Default `primary`. */
  readonly picture?: PictureRole | undefined;
  /** Service type of the instance, which determines the pixel limits. Default: the client's. */
  readonly serviceType?: ServiceType | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Settings of a check. */
export interface CheckSettings {
  readonly serviceType: ServiceType;
  readonly maxInputBytes: number;
}

/** Checks a picture against the contract's limits; see `Client.check`. */
export async function check(
  input: PictureInput,
  options: CheckOptions,
  settings: CheckSettings,
): Promise<PictureCheck> {
  const which = options.picture ?? 'primary';
  const pixelRange = serviceTypes[options.serviceType ?? settings.serviceType];
  const signal = options.signal ?? new AbortController().signal;
  if (input === '') return outcome(new Uint8Array(), { which });
  try {
    const bytes = await readPicture(input, { picture: which, maxBytes: settings.maxInputBytes, signal });
    return outcome(bytes, { which, pixelRange });
  } catch (error) {
    if (isApiError(error) && error.code === 'InvalidPicContent') {
      const zh = `图片超过 ${settings.maxInputBytes} 字节（maxInputBytes），上限为 ${pictureMaxBytes} 字节。请缩小图片尺寸。`;
      return { ok: false, code: error.code, detail: { en: error.detail ?? error.message, zh } };
    }
    if (!isPictureInputError(error) || typeof input !== 'string') throw error;
    return {
      ok: false,
      code: contentCode(which),
      detail: { en: error.message, zh: `无法解码图片文本：${error.message}` },
    };
  }
}

function outcome(bytes: Uint8Array, options: PictureCheckOptions): PictureCheck {
  const checked = checkPicture(bytes, options);
  if (!checked.ok) return checked;
  const { format, width, height, frameCount, lossless } = checked.header;
  return { ok: true, picture: { format, width, height, frameCount, lossless } };
}
