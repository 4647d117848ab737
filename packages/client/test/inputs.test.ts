import { Readable } from 'node:stream';
import { createClient, isPictureInputError } from '@semblance/client';
import type { PictureInput } from '@semblance/client';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';

const bytes = new Uint8Array(300).map((_, index) => (index * 37) % 256);
const base64 = Buffer.from(bytes).toString('base64');
const padded = new Uint8Array(400);
padded.set(bytes, 50);

const inputs: Record<string, () => PictureInput> = {
  Uint8Array: () => bytes,
  'a view into a larger buffer': () => padded.subarray(50, 350),
  Buffer: () => Buffer.from(bytes),
  ArrayBuffer: () => bytes.slice().buffer,
  Blob: () => new Blob([bytes]),
  File: () => new File([bytes], 'a.png', { type: 'image/png' }),
  ReadableStream: () => new Blob([bytes]).stream(),
  'Node Readable': () => Readable.from([Buffer.from(bytes.subarray(0, 100)), Buffer.from(bytes.subarray(100))]),
  'async generator': () =>
    (async function* () {
      yield bytes.subarray(0, 7);
      yield bytes.subarray(7);
    })(),
  Base64: () => base64,
  'Base64 in lines': () => base64.replaceAll(/.{76}/g, '$&\r\n'),
  'data URL': () => `data:image/png;base64,${base64}`,
  'a function': () => () => bytes,
  'a function of a promise of text': () => async () => base64,
  'body of a Response': () => async () => new Response(bytes).body ?? bytes,
};

test.each(Object.entries(inputs))('%s arrives unchanged, encoded once', async (_name, input) => {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  await client.compare(input(), input());
  expect(server.requests[0]?.form.get('PrimaryPicContent')).toBe(base64);
  expect(server.requests[0]?.form.get('SecondaryPicContent')).toBe(base64);
});

const failing: Record<string, [() => PictureInput, RegExp]> = {
  'a path': [() => './pictures/cat.jpg', /secondary.*path.*file\(path\)/],
  'an address': [() => 'https://example.com/cat', /address/],
  'no Base64': [() => 'äöü', /no Base64/],
  'url-safe Base64': [() => '_-__', /URL-safe/],
  'a data URL without Base64': [() => 'data:image/svg+xml,<svg/>', /not in Base64/],
  'Base64 text as bytes': [() => Buffer.from(base64), /encoded twice/],
  'a data URL as bytes': [() => Buffer.from(`data:image/png;base64,${base64}`), /encoded twice/],
  'too many bytes': [() => new Uint8Array(1001), /more than 1000 bytes/],
  'too large a Blob': [() => new Blob([new Uint8Array(1001)]), /more than 1000 bytes/],
  'an endless stream': [
    () =>
      (async function* () {
        for (;;) yield new Uint8Array(100);
      })(),
    /more than 1000 bytes/,
  ],
  'a stream of text': [() => Readable.from(['text']) as AsyncIterable<Uint8Array>, /something other than bytes/],
  'a stream that fails': [
    () =>
      Readable.from(
        (async function* () {
          yield await Promise.reject(new Error('disk on fire'));
        })(),
      ),
    /disk on fire/,
  ],
  'a function that fails': [() => () => Promise.reject(new Error('no such row')), /no such row/],
  'an object': [() => ({}) as Uint8Array, /is needed/],
};

test.each(Object.entries(failing))('%s is refused before anything is sent', async (_name, [input, message]) => {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', maxInputBytes: 1000 });
  const error: unknown = await client.compare(bytes, input()).catch((thrown: unknown) => thrown);
  const isTooLarge = String(message).includes('1000 bytes');
  const code = isTooLarge ? 'InvalidPicContent' : 'PictureInputInvalid';
  expect(error).toMatchObject({ code, picture: 'secondary' });
  expect(isPictureInputError(error)).toBe(!isTooLarge);
  expect(String(error)).toMatch(message);
  expect(server.requests).toHaveLength(0);
});

test('a source that is left early is cancelled', async () => {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(100)),
    cancel: () => {
      cancelled = true;
    },
  });
  const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo', maxInputBytes: 1000 });
  await expect(client.compare(bytes, stream)).rejects.toThrow(/more than 1000/);
  expect(cancelled).toBe(true);
});

test('a source that never answers is abandoned at the time-out', async () => {
  const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo', totalTimeoutMs: 50 });
  const never = (): Promise<Uint8Array> => new Promise(() => {});
  await expect(client.compare(bytes, never)).rejects.toMatchObject({ code: 'TimedOut', scope: 'total' });
});
