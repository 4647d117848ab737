import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { headerOf } from '../call/raw-request.ts';
import type { Call } from '../call/call.ts';
import type { Outcome, UploadFailureOutcome } from '../reply/outcome.ts';
import type { Upload, UploadStore } from '../state/upload-store.ts';
import { UPLOAD_MAX_BYTES } from './authorize-upload.ts';
import { parseUploadForm, type UploadForm } from './parse-upload-form.ts';

/** What a posted form is checked against. */
export interface StoreOptions {
  readonly uploads: UploadStore;
  readonly nowMs: number;
}

/** Takes the picture of an upload form, if the form is the one that was authorised. */
export function storeUpload(call: Call, { uploads, nowMs }: StoreOptions): Outcome {
  const form = parseUploadForm(call.request.body, headerOf(call.request, 'content-type') ?? '');
  if (form === undefined) return refuse('MalformedPOSTRequest', 'The body is no multipart form, or ends too early.');
  const { file } = form;
  const key = form.fields.get('key');
  if (file === undefined || key === undefined) return refuse('InvalidArgument', 'The form needs key and file.');
  const upload = uploads.find(key);
  const failure = checkForm(form, upload, nowMs);
  if (failure !== undefined || upload === undefined)
    return failure ?? refuse('AccessDenied', 'The key was not issued.');
  if (file.length > UPLOAD_MAX_BYTES) return refuse('EntityTooLarge', `At most ${UPLOAD_MAX_BYTES} bytes are taken.`);
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

function checkForm(
  { fields }: UploadForm,
  upload: Upload | undefined,
  nowMs: number,
): UploadFailureOutcome | undefined {
  const missing = ['OSSAccessKeyId', 'policy', 'Signature'].find((name) => !fields.has(name));
  if (missing !== undefined) return refuse('InvalidArgument', `The form needs ${missing}.`);
  if (upload === undefined) return refuse('AccessDenied', 'The key was not issued.');
  if (fields.get('OSSAccessKeyId') !== upload.uploadAccessKeyId)
    return refuse('InvalidAccessKeyId', 'OSSAccessKeyId is not the one of the authorisation.');
  if (fields.get('policy') !== upload.policy || fields.get('Signature') !== upload.signature)
    return refuse('SignatureDoesNotMatch', 'policy and Signature are not those of the authorisation.');
  if (upload.expiresAtMs <= nowMs) return refuse('AccessDenied', 'The policy has expired.');
  return upload.bytes === undefined ? undefined : refuse('AccessDenied', 'The key was used already.');
}

function refuse(code: UploadFailureOutcome['code'], detail: string): UploadFailureOutcome {
  return { kind: 'upload-failure', code, detail };
}
