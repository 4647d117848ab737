// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { ErrorCode } from './error-policy.ts';
import type { components } from './openapi-types.ts';

type Schemas = components['schemas'];

export type PostObjectForm = Schemas['PostObjectForm'];

/** Format of the answer. */
export type Format = Schemas['Format'];

/** Identifies one request and its answer: an upper-case UUID, new for every request. */
export type RequestId = Schemas['RequestId'];

/** How a refusal came about. */
export type NoPermissionType = Schemas['NoPermissionType'];

/** Who was refused, by what and why. */
export type AccessDeniedDetail = Schemas['AccessDeniedDetail'];

/** A comparison that succeeded. */
export type CompareSimilarByImageResult = Schemas['CompareSimilarByImageResult'];

/** A picture: Base64 of the file's bytes, or the address of an upload that this server authorised. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. */
export type PictureContent = Schemas['PictureContent'];

/** The operation's own parameters. */
export type CompareSimilarByImageForm = Schemas['CompareSimilarByImageForm'];

/** Where and with what the file may be posted. */
export type AuthorizeFileUploadResult = Schemas['AuthorizeFileUploadResult'];

/** Where the picture lies now. */
export type PostResponse = Schemas['PostResponse'];

/** Envelope of every failure. */
export type FailureEnvelope<Code extends string = ErrorCode> = Omit<Schemas['BadRequestEnvelope'], 'Code'> & {
  readonly Code: Code;
};
