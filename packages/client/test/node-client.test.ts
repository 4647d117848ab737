import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, file } from '@semblance/client/node';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import { forwardProxy } from './forward-proxy.ts';

async function pictureFile(): Promise<{ path: string; bytes: Buffer }> {
  const path = join(await mkdtemp(join(tmpdir(), 'semblance-')), 'a picture.png');
  const bytes = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#aa8822' } })
    .png()
    .toBuffer();
  await writeFile(path, bytes);
  return { path, bytes };
}

test('pictures are read from files, by path or file address', async () => {
  const { path, bytes } = await pictureFile();
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  await client.compare(file(path), file(pathToFileURL(path)));
  expect(Buffer.from(server.requests[0]?.form.get('PrimaryPicContent') ?? '', 'base64')).toEqual(bytes);
  expect(Buffer.from(server.requests[0]?.form.get('SecondaryPicContent') ?? '', 'base64')).toEqual(bytes);
  await expect(client.compare(file(path), file('/nowhere/b.png'))).rejects.toThrow(
    /secondary picture.*ENOENT.*\/nowhere\/b\.png/,
  );
});

/** Noise, which no encoder can compress well. */
async function noise(width: number, height: number): Promise<Sharp> {
  const data = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < data.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    data[index] = state & 255;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function sentBytes(
  picture: Uint8Array,
  fit: boolean | { maxBytes: number },
): Promise<{ bytes: Buffer; adjustments: readonly string[] }> {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', fit });
  const { adjustments } = await client.compare(
    picture,
    await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  );
  expect(adjustments.secondary).toEqual([]);
  return {
    bytes: Buffer.from(server.requests[0]?.form.get('PrimaryPicContent') ?? '', 'base64'),
    adjustments: adjustments.primary,
  };
}

test('fit turns a picture upright', async () => {
  const turned = await (await noise(300, 200)).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { bytes, adjustments } = await sentBytes(turned, true);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 200, height: 300 });
  expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
  expect(adjustments).toEqual([
    'turned upright (its orientation was 6)',
    expect.stringMatching(/^written as JPEG of quality 92/),
  ]);
});

test('fit shrinks a picture with too many pixels', async () => {
  const wide = await sharp({ create: { width: 5000, height: 1000, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();
  const { bytes, adjustments } = await sentBytes(wide, true);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 4096, height: 819 });
  expect(adjustments[0]).toBe('shrunk from 5000 × 1000 to 4096 × 819 pixels');
});

test('fit re-encodes a picture with too many bytes, and shrinks it if that is not enough', async () => {
  const original = await (await noise(400, 400)).png().toBuffer();
  const first = await sentBytes(original, { maxBytes: 300_000 });
  expect(first.bytes.length).toBeLessThanOrEqual(300_000);
  expect(await sharp(first.bytes).metadata()).toMatchObject({ width: 400, format: 'jpeg' });
  const second = await sentBytes(original, { maxBytes: 40_000 });
  expect(second.bytes.length).toBeLessThanOrEqual(40_000);
  expect((await sharp(second.bytes).metadata()).width).toBeLessThan(400);
  expect(second.adjustments).toHaveLength(2);
});

test('fit converts a format that the service does not accept', async () => {
  const avif = await (await noise(200, 200)).avif({ effort: 0 }).toBuffer();
  const { bytes } = await sentBytes(avif, true);
  expect((await sharp(bytes).metadata()).format).toBe('jpeg');
});

test('fit leaves pictures alone that are valid or cannot be fitted', async () => {
  const fitting = await (await noise(200, 200)).jpeg().toBuffer();
  expect(await sentBytes(fitting, true)).toEqual({ bytes: fitting, adjustments: [] });
  const small = await (await noise(50, 50)).jpeg().toBuffer();
  expect(await sentBytes(small, true)).toEqual({ bytes: small, adjustments: [] });
  const text = Buffer.from('no picture');
  expect(await sentBytes(text, true)).toEqual({ bytes: text, adjustments: [] });
});

test('the proxy is used, and the signature remains valid', async () => {
  await using proxy = await forwardProxy();
  await using server = await fakeServer(() => exampleReply('success'));
  const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', proxy: proxy.address, credentials });
  const { score } = await client.compare(new Uint8Array(100_000), new Uint8Array([1]));
  expect(score).toBe(0.85);
  expect(proxy.seen).toHaveLength(1);
  expect(proxy.seen[0]).toContain(new URL(server.endpoint).host);
  expect(server.requests[0]?.headers.host).toBe(new URL(server.endpoint).host);
});

test('an unreachable proxy is a network error', async () => {
  const proxy = await forwardProxy();
  await proxy[Symbol.asyncDispose]();
  const client = createClient({
    endpoint: 'http://127.0.0.1:8080',
    instanceName: 'demo',
    proxy: proxy.address,
    retry: false,
  });
  await expect(client.compare(new Uint8Array([1]), new Uint8Array([1]))).rejects.toMatchObject({
    code: 'NetworkFailed',
    proxy: proxy.address,
    message: expect.stringMatching(
      /did not reach 127\.0\.0\.1:8080: the proxy .* lets nothing through: .*ECONNREFUSED/,
    ),
  });
});

test.each(['http', 'https'])('a proxy that refuses is named, not the server behind it: %s', async (scheme) => {
  await using proxy = await forwardProxy({ refuseWith: 407 });
  const client = createClient({
    endpoint: `${scheme}://127.0.0.1:8080`,
    instanceName: 'demo',
    proxy: proxy.address.replace('//', '//user:wrong@'),
  });
  const error = await client.compare(new Uint8Array([1]), new Uint8Array([1])).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'NetworkFailed', httpStatus: 407, proxy: proxy.address, retryable: false });
  expect(String(error)).toMatch(/did not reach 127\.0\.0\.1:8080: the proxy .*HTTP 407; put user and password/);
  expect(String(error)).not.toMatch(/wrong/);
  expect(proxy.logins).toEqual([`Basic ${btoa('user:wrong')}`]);
});

test('an unreachable server behind a proxy is not reported as a refusal of the proxy', async () => {
  await using proxy = await forwardProxy();
  const away = await fakeServer(() => exampleReply('success'));
  await away[Symbol.asyncDispose]();
  const client = createClient({
    endpoint: away.endpoint,
    instanceName: 'demo',
    proxy: proxy.address,
    retry: false,
  });
  await expect(client.compare(new Uint8Array([1]), new Uint8Array([1]))).rejects.toMatchObject({
    code: 'AnswerUnreadable',
    httpStatus: 502,
  });
});

test('an invalid proxy address is refused at once', () => {
  const options = { endpoint: 'http://127.0.0.1:8080', instanceName: 'demo' };
  for (const proxy of ['proxy:3128', 'socks5://proxy:1080', ''])
    expect(() => createClient({ ...options, proxy })).toThrow(/The option "proxy" has to be/);
});
