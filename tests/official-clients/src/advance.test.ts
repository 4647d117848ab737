import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { ReadableStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import type { Engine } from '@semblance/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImageSearchClient, runtimeOptions } from './official-clients.ts';
import type { Credentials } from './official-clients.ts';
import { picture } from './pictures.ts';
import { key, startTestEngine, temporaryKey } from './started-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
}, 120_000);
afterAll(() => engine.stop());

const require = createRequire(import.meta.url);
const { CompareSimilarByImageAdvanceRequest: Request } = require('@alicloud/imagesearch20201214') as Record<
  string,
  new (map: object) => object
>;

function advanceRequest(primary: Buffer, secondary: Buffer): object {
  if (Request === undefined) throw new Error('the client has changed');
  return new Request({
    instanceName: 'demoinstance1',
    primaryPicContentObject: Readable.from([primary], { objectMode: false }),
    secondaryPicContentObject: Readable.from([secondary], { objectMode: false }),
  });
}

async function advance(credentials: Credentials, primary: Buffer, secondary: Buffer): Promise<Record<string, unknown>> {
  const client = createImageSearchClient(engine, credentials);
  return (await client.compareSimilarByImageAdvance(advanceRequest(primary, secondary), runtimeOptions())).body;
}

const bmp = picture('formats/teapot.bmp');
const ppm = picture('formats/teapot.ppm');

test('streams are uploaded over TLS, compared, and arrive byte for byte', async () => {
  // Equal pixels give exactly 1 only if not a byte was lost or added on the way.
  expect(await advance(key, bmp, ppm)).toMatchObject({ score: 1, code: 0, success: true });
});

test('a picture behind a URL: its stream is opened and handed over', async () => {
  const files = createServer((_request, answer) => answer.end(bmp)).listen(0, '127.0.0.1');
  await once(files, 'listening');
  const { body } = await fetch(`http://127.0.0.1:${(files.address() as AddressInfo).port}/picture.bmp`);
  if (body === null) throw new Error('the picture has no body');
  if (Request === undefined) throw new Error('the client has changed');
  const request = new Request({
    instanceName: 'demoinstance1',
    primaryPicContentObject: Readable.fromWeb(body as ReadableStream),
    secondaryPicContentObject: Readable.from([ppm], { objectMode: false }),
  });
  const client = createImageSearchClient(engine, key);
  const answer = await client.compareSimilarByImageAdvance(request, runtimeOptions());
  files.close();
  expect(answer.body).toMatchObject({ score: 1, code: 0 });
});

test('with temporary credentials', async () => {
  expect(await advance(temporaryKey, bmp, bmp)).toMatchObject({ score: 1 });
});

test('a certificate is trusted instead of ignored', async () => {
  const client = createImageSearchClient(engine, key);
  const runtime = runtimeOptions({ ignoreSSL: false, ca: engine.certificate });
  expect((await client.compareSimilarByImageAdvance(advanceRequest(bmp, ppm), runtime)).body).toMatchObject({
    score: 1,
  });
});

test('every call over TLS', async () => {
  const client = createImageSearchClient(engine, key, { protocol: 'https' });
  expect((await client.compareSimilarByImageAdvance(advanceRequest(bmp, ppm), runtimeOptions())).body).toMatchObject({
    score: 1,
  });
});

test('a picture that is too large is stored, and refused by the comparison with its code', async () => {
  const large = picture('wrong/too-many-bytes.bmp');
  await expect(advance(key, large, bmp)).rejects.toMatchObject({ code: 'InvalidPicContent', statusCode: 400 });
});

test('an upload beyond every bound is refused in a form the client can read', async () => {
  await expect(advance(key, Buffer.alloc(9_000_000), bmp)).rejects.toThrow(/EntityTooLarge|exceeds the maximum/);
});
