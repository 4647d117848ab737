import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { uploadMaxBytes } from '@semblance/spec/limits';
import { lineBreaksAfterFile, uploadRefusals } from '@semblance/wire/upload-form';
import type { UploadRefusal } from '@semblance/wire/upload-form';
import { headerOf } from '../call/raw-request.ts';
import type { Call } from '../call/call.ts';
import type { Outcome, UploadFailureOutcome } from '../answer/outcome.ts';
import type { Upload, UploadStore } from '../session/upload-store.ts';
import { parseUploadForm } from './parse-upload-form.ts';
import type { UploadForm } from './parse-upload-form.ts';

/** Input of `storeUpload` besides the call. */
export interface StoreOptions {
  readonly uploads: UploadStore;
  readonly nowMs: number;
}

/** Stores the picture of an upload form, if the form was authorised. */
export function storeUpload(call: Call, { uploads, nowMs }: StoreOptions): Outcome {
  const contentType = headerOf(call.request, 'content-type') ?? '';
  const lineBreaks = lineBreaksAfterFile(headerOf(call.request, 'user-agent'));
  const form = parseUploadForm(call.request.body, contentType, lineBreaks);
  if (form === undefined) return refuse(uploadRefusals.brokenOff);
  const { file } = form;
  if (file === undefined) return refuse(uploadRefusals.noFile);
  const key = form.fields.get('key') ?? '';
  const upload = uploads.find(key);
  const failure = checkForm(form, upload, nowMs);
  if (failure !== undefined || upload === undefined) return refuse(failure ?? uploadRefusals.otherKey);
  if (file.length > uploadMaxBytes) return refuse(uploadRefusals.tooLarge(uploadMaxBytes));
  uploads.put(key, file.slice());
  return stored(upload, file, form.fields.get('success_action_status'));
}

function stored(upload: Upload, file: Uint8Array, wantedStatus: string | undefined): Outcome {
  const { host, objectKey: Key } = upload;
  const [Bucket = ''] = host.split('.');
  const ETag = `"${bytesToHex(md5(file)).toUpperCase()}"`;
  const status = wantedStatus === '201' ? 201 : wantedStatus === '200' ? 200 : 204;
  return { kind: 'stored', status, response: { Bucket, Location: `http://${host}/${Key}`, Key, ETag } };
}

function checkForm({ fields }: UploadForm, upload: Upload | undefined, nowMs: number): UploadRefusal | undefined {
  const missing = ['OSSAccessKeyId', 'policy', 'Signature', 'key'].find((name) => (fields.get(name) ?? '') === '');
  if (missing !== undefined) return uploadRefusals.fieldMissing(missing);
  if (upload === undefined) return uploadRefusals.otherKey;
  if (fields.get('OSSAccessKeyId') !== upload.uploadAccessKeyId) return uploadRefusals.wrongKeyId;
  if (fields.get('policy') !== upload.policy || fields.get('Signature') !== upload.signature)
    return uploadRefusals.altered;
  if (upload.expiresAtMs <= nowMs) return uploadRefusals.expired;
  return upload.bytes === undefined ? undefined : uploadRefusals.used;
}

function refuse(refusal: UploadRefusal): UploadFailureOutcome {
  return { kind: 'upload-failure', ...refusal };
}
