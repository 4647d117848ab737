import type { SigningKey } from '@semblance/signing';
import { authorizeUploadAction } from '@semblance/spec/protocol';
import type { Engine } from '../../../src/lifecycle/start-engine.ts';
import { call, send } from './call.ts';
import type { Reply } from './call.ts';

/** An authorisation as the engine answers it. */
export type Authorization = Readonly<Record<string, unknown>>;

/** Asks for an upload address. */
export async function authorize(engine: Engine, key: SigningKey): Promise<Authorization> {
  const reply = await call(
    engine,
    {},
    {
      key,
      action: authorizeUploadAction.action,
      version: authorizeUploadAction.version,
      query: [
        ['Product', 'ImageSearch'],
        ['RegionId', 'x'],
      ],
    },
  );
  return reply.json;
}

/** The address an authorisation stands for. */
export function urlOf(authorization: Authorization): string {
  return `http://${String(authorization['Bucket'])}.${String(authorization['Endpoint'])}/${String(authorization['ObjectKey'])}`;
}

/** The fields of a well-formed form. */
export function formFields(authorization: Authorization): Record<string, string> {
  return {
    OSSAccessKeyId: String(authorization['AccessKeyId']),
    policy: String(authorization['EncodedPolicy']),
    Signature: String(authorization['Signature']),
    key: String(authorization['ObjectKey']),
    success_action_status: '201',
  };
}

/** Writes a well-formed form: the fields, then the file. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file: Buffer,
  boundary = 'boundary0123456789ab',
): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f"\r\ncontent-type: \r\n\r\n`;
  return Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** Posts a form. */
export function post(engine: Engine, body: Buffer, boundary = 'boundary0123456789ab'): Promise<Reply> {
  return send(engine, { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body });
}

/** Authorises and uploads one file. */
export async function issueAndUpload(
  engine: Engine,
  key: SigningKey,
  file: Buffer,
): Promise<{ url: string; authorization: Authorization; reply: Reply }> {
  const authorization = await authorize(engine, key);
  const reply = await post(engine, multipart(formFields(authorization), file));
  return { url: urlOf(authorization), authorization, reply };
}
