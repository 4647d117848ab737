import { foreignAddressAdvice } from '@semblance/wire';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { UploadStore } from '../session/upload-store.ts';

/** Input of `resolveUploadUrl` besides the address. */
export interface ResolveOptions {
  readonly uploads: UploadStore;
  readonly nowMs: number;
  readonly call: Call;
}

/** The stored bytes, or why there are none. */
export type UploadResolution =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly objectKey: string }
  | { readonly ok: false; readonly failure: FailureOutcome };

/** Longest address that is looked up, in bytes; issued ones are far shorter. */
export const uploadAddressMaxBytes = 2048;

/** Host and key of a text that can be the address of an upload. */
export function uploadAddress(text: string): { readonly host: string; readonly key: string } | undefined {
  const { host, key } = /^\s*https?:\/\/(?<host>[^/?#]+)\/(?<key>[^?#\s]*)\s*$/i.exec(text)?.groups ?? {};
  return host === undefined || key === undefined ? undefined : { host, key };
}

/**
 * Finds the picture of an address of the Advance flow in memory. No address is ever fetched: one that was not issued here is
 * `InvalidPicUrl`, an issued one without a picture or of another caller is `PicNotExist`.
 */
export function resolveUploadUrl(text: string, { uploads, nowMs, call }: ResolveOptions): UploadResolution {
  const address = uploadAddress(text);
  if (address === undefined || !uploads.servesHost(address.host)) return refuse('InvalidPicUrl', foreignAddressAdvice);
  const upload = uploads.find(address.key);
  if (upload?.bytes === undefined || upload.expiresAtMs <= nowMs)
    return refuse('PicNotExist', 'Nothing was uploaded to this address, or it was used or has expired.');
  if (upload.accessKeyId !== call.accessKeyId)
    return refuse('PicNotExist', 'The upload was authorised for another access key.');
  return { ok: true, bytes: upload.bytes, objectKey: address.key };
}

function refuse(code: 'InvalidPicUrl' | 'PicNotExist', detail: string): UploadResolution {
  return { ok: false, failure: fail(code, detail) };
}
