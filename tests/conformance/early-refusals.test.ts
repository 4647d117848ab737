import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedReply } from './src/match-reply.ts';
import { authorizeCall, callApi, uploadForm } from './src/sdk-flow.ts';
import type { RequestShape } from './src/sdk-flow.ts';
import { writeThenRead } from './src/send.ts';
import { startEngineTarget, startMockTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let targets: Readonly<Record<'mock' | 'engine', Target>>;
beforeAll(async () => {
  targets = { mock: await startMockTarget(), engine: await startEngineTarget() };
}, 120_000);
afterAll(() => Promise.all(Object.values(targets).map(({ stop }) => stop())));

const sizes = [1000, 1_000_000, 9_000_000, 45_000_000, 300_000_000];
const cases = sizes.flatMap((size) =>
  (['mock', 'engine'] as const).flatMap((name) => [false, true].map((tls) => ({ size, name, tls }))),
);
const timeoutMs = 30_000;

const shape: RequestShape = {
  dialect: 'V3',
  format: 'JSON',
  placement: 'all-in-body',
  chunked: false,
  key: { accessKeyId: 'conformance', accessKeySecret: 'conformance-secret' },
  signedExtra: {},
  unsignedExtra: {},
  order: [],
  lineBreaks: 1,
  userAgent: undefined,
  statusLast: false,
  boundary: '45231908771264',
};

const filler = Buffer.alloc(262_144, 'A');
function* repeated(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= filler.length) yield filler.subarray(0, Math.min(left, filler.length));
}

/** A form of so many bytes, whose length is said or which comes in chunks. */
function postForm(port: number, tls: boolean, size: number): Promise<ReceivedReply> {
  const start = Buffer.from(
    'Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON&InstanceName=demoinstance1&PrimaryPicContent=',
  );
  const head = `POST / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${start.length + size}\r\n\r\n`;
  return writeThenRead({ port, tls, timeoutMs, pieces: [Buffer.from(head), start, ...repeated(size)] });
}

/** An upload of so many bytes to an address that was just authorised. */
async function postUpload(
  port: number,
  tls: boolean,
  { size, changes }: { size: number; changes?: Record<string, string> },
): Promise<ReceivedReply> {
  const reply = await callApi({ port, tls: false }, shape, authorizeCall);
  const grant = { ...(JSON.parse(reply.body) as Record<string, string>), ...changes };
  const mark = Buffer.from('%FILE%');
  const { head, body } = uploadForm(shape, grant, mark);
  const at = body.indexOf(mark);
  const lines = [...head, ['content-length', String(body.length - mark.length + size)], ['host', `127.0.0.1:${port}`]];
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const pieces = [
    Buffer.from(`POST / HTTP/1.1\r\n${text}\r\n`),
    body.subarray(0, at),
    ...repeated(size),
    body.subarray(at + mark.length),
  ];
  return writeThenRead({ port, tls, timeoutMs, pieces });
}

describe('a caller that writes everything before it reads gets its answer', () => {
  test.each(cases)(
    'form of $size bytes to the $name, TLS $tls',
    async ({ size, name, tls }) => {
      const { status, body } = await postForm(targets[name].ports.open, tls, size);
      expect(status).toBe(400);
      expect(body).toContain(size > 40 * 1024 * 1024 ? '"Code":"InvalidPicContent"' : '"Code":"NoSpecifiedPic"');
    },
    90_000,
  );

  test.each(cases)(
    'upload of $size bytes to the $name, TLS $tls',
    async ({ size, name, tls }) => {
      const { status, body } = await postUpload(targets[name].ports.guarded, tls, { size });
      expect({ status, code: /<Code>(?<code>\w+)/.exec(body)?.groups?.['code'] }).toEqual(
        size > 8_388_608 ? { status: 400, code: 'EntityTooLarge' } : { status: 201, code: undefined },
      );
    },
    90_000,
  );

  test.each(cases.filter(({ size }) => size < 40_000_000))(
    'upload of $size bytes with an altered policy to the $name, TLS $tls',
    async ({ size, name, tls }) => {
      const changes = { Signature: 'altered' };
      const { status, body } = await postUpload(targets[name].ports.guarded, tls, { size, changes });
      expect(status).toBe(403);
      expect(body).toContain('<Code>SignatureDoesNotMatch</Code>');
    },
    90_000,
  );
});
