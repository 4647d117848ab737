import { createNonce, signV1 } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { key, signedCall } from '../service/support/call.ts';
import { authorize, formFields, multipart } from '../service/support/upload.ts';

/** Small pictures, so that mutations hit the structure as often as the content. */
const tiny = Buffer.concat([Buffer.from('P4\n120 100\n'), Buffer.alloc(15 * 100, 0x5a)]);
const parameters = {
  InstanceName: 'demoinstance1',
  PrimaryPicContent: tiny.toString('base64'),
  SecondaryPicContent: tiny.toString('base64'),
};

function bytesOf(
  {
    method = 'POST',
    path = '/',
    headers = {},
    body = Buffer.alloc(0),
  }: { method?: string; path?: string; headers?: Readonly<Record<string, string>>; body?: Buffer },
  chunked = false,
): Buffer {
  const framing = chunked ? 'transfer-encoding: chunked' : `content-length: ${body.length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${framing}\r\n\r\n`);
  const middle = Math.floor(body.length / 2);
  const chunk = (piece: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  return chunked
    ? Buffer.concat([head, chunk(body.subarray(0, middle)), chunk(body.subarray(middle)), Buffer.from('0\r\n\r\n')])
    : Buffer.concat([head, body]);
}

/** Good requests of every kind: signed in both dialects, unsigned, by GET, chunked, uploads. */
export async function createCorpus(engine: Engine): Promise<Buffer[]> {
  const common = `Action=${compareAction.action}&Version=${compareAction.version}`;
  const form = new URLSearchParams(parameters).toString();
  const v3 = await signedCall(engine, parameters);
  const { commonParameters } = await signV1({
    method: 'POST',
    ...compareAction,
    format: 'JSON',
    parameters: Object.entries(parameters),
    key,
    date: new Date(),
    nonce: createNonce(),
  });
  const v1 = new URLSearchParams([
    ...commonParameters.map(([name, value]) => [name, value]),
    ...Object.entries(parameters),
  ]).toString();
  const grant = await authorize(engine, key);
  const upload = multipart(formFields(grant), tiny, 'b');
  const formType = { 'content-type': formMediaType };
  return [
    bytesOf({ headers: v3.headers, body: Buffer.from(v3.body) }),
    bytesOf({ headers: v3.headers, body: Buffer.from(v3.body) }, true),
    bytesOf({ headers: formType, body: Buffer.from(v1) }),
    bytesOf({ path: `/?${common}&Format=JSON`, headers: formType, body: Buffer.from(form) }),
    bytesOf({ path: `/?${common}&Format=XML`, headers: formType, body: Buffer.from(form) }, true),
    bytesOf({ method: 'GET', path: `/?${common}&${form}` }),
    bytesOf({ method: 'GET', path: '/?Action=AuthorizeFileUpload&Version=2019-12-19&Product=ImageSearch' }),
    bytesOf({ headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: upload }),
    bytesOf({ headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: upload }, true),
  ];
}
