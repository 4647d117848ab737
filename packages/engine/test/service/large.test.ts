import { connect } from 'node:net';
import { createNonce, signV3 } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, callV1, key, pair, send } from './support/call.ts';
import { parseReplies } from './support/raw.ts';
import { startTestEngine } from './support/test-engine.ts';
import { authorize, formFields, multipart } from './support/upload.ts';

let engine: Engine;
beforeAll(async () => {
  // Twice 4 MiB of 0xFF: three bytes of form for nearly every character.
  engine = await startTestEngine({
    limits: { workers: 2, transferMs: 2000, requestMs: 20_000, extractionMs: 10_000 },
    documentationUrl: 'https://docs.example',
  });
});
afterAll(() => engine.stop());

/** A picture of exactly the largest size allowed, white to the last byte. */
function largestPicture(): Buffer {
  const header = Buffer.from('P6\n1182 1182\n255\n');
  return Buffer.concat([header, Buffer.alloc(pictureMaxBytes - header.length, 0xff)]);
}

const worst = largestPicture().toString('base64');
const parameters = { InstanceName: 'demoinstance1', PrimaryPicContent: worst, SecondaryPicContent: worst };

/** Signs and sends the largest form there can be, with its length declared or in chunks. */
async function callWithWorstForm(framing: Record<string, string>): Promise<string> {
  const escaped = worst.replaceAll('/', '%2F').replaceAll('+', '%2B').replaceAll('=', '%3D');
  const body = Buffer.from(`InstanceName=demoinstance1&PrimaryPicContent=${escaped}&SecondaryPicContent=${escaped}`);
  expect(body.length).toBeGreaterThan(33_000_000);
  const { headers } = await signV3({
    key,
    method: 'POST',
    host: `127.0.0.1:${engine.port}`,
    contentType: formMediaType,
    ...compareAction,
    body,
    date: new Date(),
    nonce: createNonce(),
  });
  return (await send(engine, { headers: { ...headers, ...framing }, body })).text;
}

test.each([
  ['in one piece', {}],
  ['chunked', { 'transfer-encoding': 'chunked' }],
])(
  'two pictures of 4 MiB in the worst encoding are served, %s',
  async (_name, framing) => {
    expect(await callWithWorstForm(framing)).toContain('"Score":1');
  },
  30_000,
);

test('and in the older dialect', async () => {
  const small = { ...parameters, SecondaryPicContent: pair['SecondaryPicContent'] ?? '' };
  expect((await callV1(engine, small, { format: 'JSON' })).json['Code']).toBe(0);
}, 30_000);

test('one byte more is InvalidPicContent', async () => {
  const larger = Buffer.concat([largestPicture(), Buffer.of(0)]).toString('base64');
  expect((await call(engine, { ...parameters, PrimaryPicContent: larger })).json['Code']).toBe('InvalidPicContent');
});

test('the bytes of answered bodies are given back', async () => {
  const small = await startTestEngine({ limits: { workers: 1, maxBodyBytesInFlight: 2_000_000 } });
  const content = 'A'.repeat(1_500_000);
  for (let round = 0; round < 4; round += 1) {
    const { json } = await call(small, { ...pair, PrimaryPicContent: content });
    expect(json['Code']).toBe('UnsupportedPicFormat');
  }
  await small.stop();
});

test('a slow upload is answered as object storage does', async () => {
  const form = multipart(formFields(await authorize(engine, key)), Buffer.alloc(100_000));
  const received = await new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(engine.port, '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=boundary0123456789ab\r\ncontent-length: ${form.length}\r\n\r\n`,
      );
      socket.write(form.subarray(0, 5000));
    });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
  const [reply] = parseReplies(received);
  expect(reply?.status).toBe(400);
  expect(reply?.body).toContain('<Code>RequestTimeout</Code>');
}, 20_000);

test('error answers link to the configured documentation', async () => {
  const { json } = await call(engine, { ...pair, InstanceName: 'nowhere' });
  expect(json['Recommend']).toBe('https://docs.example/errors/console-instancenotfound/');
});
