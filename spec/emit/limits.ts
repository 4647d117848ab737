import type { LimitValues } from './limit-values.ts';
import { limitTexts } from './placeholders.ts';
import { literal, typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** All limits: picture, name, times, service types. */
export function emitLimits(limits: LimitValues): EmittedFiles {
  return {
    'limit-texts.ts': typescriptFile(`
/** Each limit as written in texts, in both languages, so that prose contains no numbers of its own. */
export const limitTexts = ${literal(limitTexts(limits))} as const;
`),
    'limits.ts': typescriptFile(`
import type { Bilingual } from './error-catalog.ts';

/** Bytes a picture file may have, both ends allowed. */
export const pictureMaxBytes = ${limits.pictureMaxBytes};

/** Characters of the Base64 of the largest picture, without line breaks. */
export const pictureBase64MaxLength = ${limits.pictureBase64MaxLength};

/** Bytes that request line and headers may have together. */
export const headerMaxBytes = ${limits.headerMaxBytes};

/**
 * Bytes an upload of the Advance call may have: more than a picture, so that the comparison can report what is wrong with it, as for one
 * sent as Base64.
 */
export const uploadMaxBytes = ${limits.uploadMaxBytes};

/**
 * Encoded bytes that one field of a form may have: a picture as Base64 with every character escaped, plus a quarter, so that a slightly
 * larger picture is refused for its size.
 */
export const formFieldMaxBytes = ${limits.formFieldMaxBytes};

/** Encoded bytes that a form may have: enough for the action with most pictures. */
export const formBodyMaxBytes = ${limits.formBodyMaxBytes};

/** Milliseconds the transfer of a request may take. */
export const transferTimeoutMs = ${limits.transferTimeoutMs};

/** Minutes a signed date may lie before or after the server's clock. */
export const clockWindowMinutes = ${limits.clockWindowMinutes};

/** Characters an instance name may have. */
export const instanceNameMaxLength = ${limits.instanceNameMaxLength};

/** Matches a character that an instance name may not have. */
export const instanceNameForbidden: RegExp = /${limits.instanceNameForbidden}/u;

/** Pattern of an instance ID, which is often sent instead of the name. */
export const instanceIdPattern: RegExp = /${limits.instanceIdPattern}/;

/** Picture formats the action accepts; JPG and JPEG are two names of one format. */
export const pictureFormats = ${literal(limits.pictureFormats)} as const;

/** Names of the accepted formats. */
export type PictureFormatName = (typeof pictureFormats)[number];

/** Service type of an instance, which determines the pixel limits. */
export type ServiceType = ${Object.keys(limits.serviceTypes)
      .map((name) => `'${name}'`)
      .join(' | ')};

/** Range of each side of a picture in pixels, inclusive. */
export interface PixelRange {
  readonly minPixels: number;
  readonly maxPixels: number;
}

/** Limits of one service type; \`comparable\` says whether an engine compares it without further configuration. */
export interface ServiceTypeLimits extends PixelRange {
  readonly comparable: boolean;
  readonly title: Bilingual;
}

/** Limits by service type. */
export const serviceTypes: Readonly<Record<ServiceType, ServiceTypeLimits>> = ${literal(limits.serviceTypes)};
`),
  };
}
