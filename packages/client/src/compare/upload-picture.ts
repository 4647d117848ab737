import { authorizeUploadOperation, product } from '@semblance/spec/protocol';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import { envelopeOf } from '@semblance/wire/parse-json';
import type { RecordReading, WireRecord } from '@semblance/wire/parse-json';
import type { PictureRole } from '../errors/semblance-error.ts';
import { UploadError } from '../errors/upload-error.ts';
import { attemptOnce, callOperation } from '../runtime/call.ts';
import type { Call } from '../runtime/call.ts';
import { parseEndpoint } from '../runtime/endpoint.ts';
import type { Endpoint } from '../runtime/endpoint.ts';
import { AnswerError } from '../errors/answer-error.ts';
import type { AnswerErrorReason } from '../errors/answer-error.ts';
import { describeAnswer, isRedirect, refusalOf } from '../runtime/read-answer.ts';
import { readRecord } from '../runtime/read-record.ts';
import { retrying } from '../runtime/retrying.ts';
import type { WireAnswer } from '../runtime/transport.ts';
import { multipartForm } from './multipart-form.ts';

const postObjectForm = 'PostObject';

/**
 * Uploads a picture to the store that the service names.
 * @returns the text that replaces the picture in the comparison: an address only the service resolves.
 */
export async function uploadPicture(call: Call, picture: PictureRole, file: Uint8Array): Promise<string> {
  const authorization = await authorize(call);
  await postObject(call, authorization, { picture, file });
  return `http://${storeHost(authorization)}/${authorization.ObjectKey}`;
}

async function authorize(call: Call): Promise<AuthorizeFileUploadResult> {
  const { endpoint, transfer } = call.settings;
  const regionId = transfer.regionId ?? regionOf(endpoint);
  const { action, version } = authorizeUploadOperation;
  const region = regionId === undefined ? [] : [['RegionId', regionId] as const];
  const query = [['Product', product] as const, ...region];
  const { value } = await callOperation(
    call,
    {
      endpoint: transfer.authorizeEndpoint ?? authorizerOf(endpoint),
      action,
      version,
      method: 'GET',
      query,
      format: 'JSON',
    },
    readAuthorization,
  );
  return value;
}

function regionOf({ hostname }: Endpoint): string | undefined {
  return /^imagesearch(?:-vpc)?\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(hostname)?.[1];
}

function authorizerOf(endpoint: Endpoint): Endpoint {
  return endpoint.hostname.endsWith('.aliyuncs.com') ? parseEndpoint('openplatform.aliyuncs.com') : endpoint;
}

async function readAuthorization(answer: WireAnswer): Promise<AuthorizeFileUploadResult> {
  const reading = await readRecord(answer.text);
  if (answer.status === 200 && reading.ok && isAuthorization(reading.value)) return reading.value;
  return refuse(answer, reading);
}

/** Throws for an answer of an unexpected shape: the failure it contains, or that it is unreadable. */
async function refuse(answer: WireAnswer, reading: RecordReading): Promise<never> {
  const description = describeAnswer(authorizeUploadOperation.action, answer);
  const envelope = envelopeOf(reading);
  if (envelope.kind === 'failure') throw await refusalOf(envelope.value, description);
  const reason: AnswerErrorReason = envelope.kind === 'unrecognised' ? envelope.reason : 'not-an-envelope';
  throw new AnswerError(isRedirect(answer.status) ? 'redirect' : reason, description);
}

function isAuthorization(record: WireRecord): record is WireRecord & AuthorizeFileUploadResult {
  const needed: (keyof AuthorizeFileUploadResult)[] = [
    'AccessKeyId',
    'Bucket',
    'Endpoint',
    'EncodedPolicy',
    'Signature',
    'ObjectKey',
  ];
  return needed.every((name) => typeof record[name] === 'string' && record[name] !== '');
}

function storeHost({ Bucket, Endpoint }: AuthorizeFileUploadResult): string {
  return `${Bucket}.${Endpoint}`;
}

async function postObject(
  call: Call,
  authorization: AuthorizeFileUploadResult,
  { picture, file }: { picture: PictureRole; file: Uint8Array },
): Promise<void> {
  const { AccessKeyId, EncodedPolicy, Signature, ObjectKey } = authorization;
  const fields = [
    ['OSSAccessKeyId', AccessKeyId],
    ['policy', EncodedPolicy],
    ['Signature', Signature],
    ['key', ObjectKey],
    ['success_action_status', '201'],
  ] as const;
  const form = multipartForm({ fields, fileName: ObjectKey, file: unshared(file) }, randomBoundary());
  const host = storeHost(authorization);
  const request = {
    url: `${call.settings.endpoint.protocol}//${host}/`,
    method: 'POST',
    headers: { 'content-type': form.contentType },
    body: form.pieces,
  } as const;
  await retrying(
    {
      describe: (attempt) => ({ action: postObjectForm, attempt, method: 'POST', host }),
      attempt: (headers) =>
        attemptOnce({
          call,
          action: postObjectForm,
          sign: async () => request,
          headers,
          read: (answer) => readUpload(answer, picture),
        }),
      mend: () => false,
      pace: undefined,
      signal: call.signal,
      remainingMs: () => call.endsAtMs - performance.now(),
    },
    call.settings,
  );
}

/** A boundary, which need not be secret but must not occur in the file. */
function randomBoundary(): string {
  return `semblance-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
}

/** Copies a view of shared memory, which cannot be sent as other threads may change it. */
function unshared(file: Uint8Array): Uint8Array<ArrayBuffer> {
  return file.buffer instanceof ArrayBuffer ? (file as Uint8Array<ArrayBuffer>) : new Uint8Array(file);
}

async function readUpload({ status, headers, text }: WireAnswer, picture: PictureRole): Promise<void> {
  if (status >= 200 && status < 300) return;
  const reading = await readRecord(text);
  const record: WireRecord = reading.ok ? reading.value : {};
  const requestId = textOf(record['RequestId']) || (headers.get('x-oss-request-id') ?? undefined);
  const store = { code: textOf(record['Code']), message: textOf(record['Message']), requestId };
  throw new UploadError(picture, store, status);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
