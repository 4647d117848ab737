import type { UploadErrorCode } from '@semblance/spec/error-policy';
import { product } from '@semblance/spec/protocol';

/**
 * Most line breaks that belong to the boundary after a form's file. RFC 2046 asks for one. Node's client 4.x writes none, which the form
 * shows. Go's client always writes two (`FileFormReader`; product client 4.2.2, tea 1.3); only its user agent tells that from a file that
 * ends in a line break, and without this check every upload from Go would be two bytes too long.
 */
export function lineBreaksAfterFile(userAgent: string | undefined): 1 | 2 {
  return /^AlibabaCloud \([^)]*\) Golang\//.test(userAgent ?? '') ? 2 : 1;
}

/** Why an upload form is refused: the code, and what exactly is wrong. */
export interface UploadRefusal {
  readonly code: UploadErrorCode;
  readonly detail: string;
}

const refusal = (code: UploadErrorCode, detail: string): UploadRefusal => ({ code, detail });

/** Every refusal of an upload form, with the same words in both servers. */
export interface UploadRefusals {
  readonly noBoundary: UploadRefusal;
  readonly malformed: (detail: string) => UploadRefusal;
  readonly brokenOff: UploadRefusal;
  readonly noFile: UploadRefusal;
  readonly twoFiles: UploadRefusal;
  readonly fieldMissing: (name: string) => UploadRefusal;
  readonly fieldTooLong: (maxBytes: number) => UploadRefusal;
  readonly tooManyFields: (most: number) => UploadRefusal;
  readonly wrongKeyId: UploadRefusal;
  readonly altered: UploadRefusal;
  readonly otherKey: UploadRefusal;
  readonly expired: UploadRefusal;
  readonly used: UploadRefusal;
  readonly storeFull: UploadRefusal;
  readonly tooLarge: (maxBytes: number) => UploadRefusal;
  readonly tooSlow: UploadRefusal;
}

export const uploadRefusals: UploadRefusals = {
  noBoundary: refusal('MalformedPOSTRequest', 'Content-Type names no boundary.'),
  malformed: (detail) => refusal('MalformedPOSTRequest', detail),
  brokenOff: refusal('MalformedPOSTRequest', 'The form breaks off before its closing boundary.'),
  noFile: refusal('InvalidArgument', 'The form holds no file.'),
  twoFiles: refusal('InvalidArgument', 'The form holds more than one file.'),
  fieldMissing: (name) => refusal('InvalidArgument', `The field ${name} is missing before the file.`),
  fieldTooLong: (maxBytes) => refusal('InvalidArgument', `A field is longer than ${maxBytes} bytes.`),
  tooManyFields: (most) => refusal('InvalidArgument', `The form has more than ${most} fields.`),
  wrongKeyId: refusal('InvalidAccessKeyId', 'OSSAccessKeyId is not the one of the authorisation.'),
  altered: refusal('SignatureDoesNotMatch', 'policy or Signature were altered.'),
  otherKey: refusal('AccessDenied', 'The policy was made for another key.'),
  expired: refusal('AccessDenied', 'Policy expired.'),
  used: refusal('AccessDenied', 'The key has been used already.'),
  storeFull: refusal('AccessDenied', 'The store is full.'),
  tooLarge: (maxBytes) => refusal('EntityTooLarge', `At most ${maxBytes} bytes are allowed.`),
  tooSlow: refusal('RequestTimeout', 'The upload took too long.'),
};

/** Checks the product parameter of an authorisation. @returns what is wrong with it, or `undefined`. */
export function uploadProductFault(value: string | undefined): string | undefined {
  return value === product ? undefined : `Product must be ${product}.`;
}
