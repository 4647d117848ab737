import { foreignAddressAdvice } from '@semblance/wire';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { UploadStore } from '../session/upload-store.ts';

/** What an address is looked up in. */
export interface ResolveOptions {
  readonly uploads: UploadStore;
  readonly nowMs: number;
  readonly call: Call;
}

/** The stored bytes, or why there are none. */
export type UploadResolution =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly objectKey: string }
  | { readonly ok: false; readonly failure: FailureOutcome };

/**
 * The picture behind an address of the Advance flow, from memory. No address is ever fetched: one that was not issued
 * here is `InvalidPicUrl`. An issued one without a picture, or of another caller, is `PicNotExist`.
 */
export function resolveUploadUrl(text: string, { uploads, nowMs, call }: ResolveOptions): UploadResolution {
  const { host, key } = /^\s*https?:\/\/(?<host>[^/?#]+)\/(?<key>[^?#\s]*)\s*$/i.exec(text)?.groups ?? {};
  if (host === undefined || key === undefined || !uploads.servesHost(host))
    return refuse('InvalidPicUrl', foreignAddressAdvice);
  const upload = uploads.find(key);
  if (upload?.bytes === undefined || upload.expiresAtMs <= nowMs)
    return refuse('PicNotExist', 'Nothing was uploaded to this address, or it was used or has expired.');
  if (upload.accessKeyId !== call.accessKeyId)
    return refuse('PicNotExist', 'The upload was authorised for another access key.');
  return { ok: true, bytes: upload.bytes, objectKey: key };
}

function refuse(code: 'InvalidPicUrl' | 'PicNotExist', detail: string): UploadResolution {
  return { ok: false, failure: fail(code, detail) };
}
