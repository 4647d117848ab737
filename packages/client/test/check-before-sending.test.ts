import { join } from 'node:path';
import { createClient } from '@semblance/client';
import type { ClientOptions, PictureInput } from '@semblance/client';
import { file } from '@semblance/client/node';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';

const pictures = join(import.meta.dirname, '../../../examples');
const upright = join(pictures, 'formats/teapot.jpg');

async function outcome(
  primary: PictureInput,
  secondary: PictureInput,
  options: Partial<ClientOptions> = {},
): Promise<{ error: unknown; requests: number }> {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', check: true, ...options });
  const error = await client.compare(primary, secondary).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, requests: server.requests.length };
}

test.each([
  ['wrong/rotated.jpg', 'IncorrectOrientation'],
  ['wrong/too-small.png', 'UnsupportedPicPixels'],
  ['wrong/too-many-bytes.bmp', 'InvalidPicContent'],
  ['wrong/avif.png', 'UnsupportedPictureFormat'],
  ['wrong/text.jpg', 'UnsupportedPicFormat'],
])('%s is refused locally, with the server’s code: %s', async (name, code) => {
  const path = join(pictures, name);
  const { error, requests } = await outcome(file(upright), file(path));
  expect(error).toMatchObject({
    code,
    isLocal: true,
    picture: 'secondary',
    file: path,
    httpStatus: undefined,
    retryable: false,
  });
  expect(String(error)).toMatch(
    /^ApiError: The secondary picture \(.*\) was not sent: .* The server would answer \w+\.$/,
  );
  expect(requests).toBe(0);
});

test('when both are wrong the earlier check decides, as on the server', async () => {
  const { error } = await outcome(file(join(pictures, 'wrong/rotated.jpg')), file(join(pictures, 'wrong/avif.png')));
  expect(error).toMatchObject({ code: 'UnsupportedPictureFormat', picture: 'secondary' });
});

test('valid pictures are sent, and nothing is checked by default', async () => {
  expect(await outcome(file(upright), file(upright))).toEqual({ error: undefined, requests: 1 });
  const bad = new Uint8Array([1, 2, 3]);
  expect(await outcome(bad, bad, { check: false })).toEqual({ error: undefined, requests: 1 });
});

test('the pixel limits are those of the service type', async () => {
  const small = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(await outcome(small, small)).toMatchObject({ error: undefined });
  expect(await outcome(small, small, { serviceType: 'fabric' })).toMatchObject({
    error: { code: 'UnsupportedPicPixels' },
  });
});

/** More bytes than are read, in every form of a picture. */
const bytes = new Uint8Array(2000);
test.each([
  ['bytes', () => bytes],
  ['a Blob', () => new Blob([bytes])],
  ['a stream', () => new Blob([bytes]).stream()],
  ['text', () => Buffer.from(bytes).toString('base64')],
])('every input that is too large has the same code: %s', async (_kind, input) => {
  for (const check of [true, false]) {
    expect(await outcome(input(), new Uint8Array([1]), { maxInputBytes: 1000, check })).toMatchObject({
      error: { code: 'InvalidPicContent', isLocal: true, picture: 'primary' },
      requests: 0,
    });
  }
  const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo', maxInputBytes: 1000 });
  expect(await client.check(input())).toMatchObject({ ok: false, code: 'InvalidPicContent' });
});
