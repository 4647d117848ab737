import { Readable } from 'node:stream';
import { createClient, isApiError } from '@semblance/client';
import type { LogFacts } from '@semblance/client';
import * as mainEntry from '@semblance/client';
import * as nodeEntry from '@semblance/client/node';
import { examples } from '@semblance/spec/examples';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';

const picture = new Uint8Array([1]);

test('retry, attempt time-out and headers may be given with a call', async () => {
  await using server = await fakeServer(() => exampleReply('ServerInternalError'));
  const client = createClient({
    endpoint: server.endpoint,
    instanceName: 'demo',
    headers: { 'x-team': 'a', 'x-kept': 'b' },
  });
  const options = { retry: { maxAttempts: 2, baseDelayMs: 1 }, headers: { 'x-team': 'c', 'x-none': undefined } };
  await expect(client.compare(picture, picture, options)).rejects.toThrow(/ServerInternalError/);
  expect(server.requests).toHaveLength(2);
  expect(server.requests[0]?.headers).toMatchObject({ 'x-team': 'c', 'x-kept': 'b' });
  expect(server.requests[0]?.headers).not.toHaveProperty('x-none');
  await expect(client.compare(picture, picture, { retry: false })).rejects.toThrow(/ServerInternalError/);
  expect(server.requests).toHaveLength(3);
});

test('a call may give its attempts less time than the client', async () => {
  await using server = await fakeServer(() => undefined);
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  const work = client.compare(picture, picture, { attemptTimeoutMs: 30, retry: false });
  await expect(work).rejects.toMatchObject({ code: 'TimedOut', scope: 'attempt', timeoutMs: 30 });
});

test('a time-out longer than any timer does not fire at once', async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({
    endpoint: server.endpoint,
    instanceName: 'demo',
    totalTimeoutMs: 1e12,
    attemptTimeoutMs: 1e11,
  });
  expect((await client.compare(picture, picture)).score).toBe(0.85);
});

test('the HTTP answer is available', async () => {
  await using server = await fakeServer(() => {
    const reply = exampleReply('success');
    return { ...reply, headers: { ...reply.headers, 'x-semblance-explain': 'calibration=7' } };
  });
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  const { data, response, requestId } = await client.compare(picture, picture).withResponse();
  expect(data.score).toBe(0.85);
  expect(requestId).toBe(data.requestId);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-semblance-explain')).toBe('calibration=7');
  expect(await response.json()).toEqual(examples.success.json);
});

test('a caller who asks for the answer gets a failure once', async () => {
  await using server = await fakeServer(() => exampleReply('NoPermission'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  const unhandled: unknown[] = [];
  const listen = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const error = await client
    .compare(picture, picture)
    .withResponse()
    .catch((thrown: unknown) => thrown);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', listen);
  expect(isApiError(error)).toBe(true);
  expect(unhandled).toEqual([]);
});

test('a log has a line for each attempt and no secret', async () => {
  await using server = await fakeServer((_request, _response, index) =>
    exampleReply(index === 0 ? 'ServerInternalError' : 'success'),
  );
  const lines: [level: string, message: string, facts: LogFacts][] = [];
  const client = createClient({
    endpoint: server.endpoint,
    instanceName: 'demo',
    credentials: { accessKeyId: 'visible-id', accessKeySecret: 'top-secret', securityToken: 'token-secret' },
    retry: { baseDelayMs: 1 },
    logger: {
      debug: (message, facts) => void lines.push(['debug', message, facts]),
      warn: (message, facts) => void lines.push(['warn', message, facts]),
    },
  });
  await client.compare(picture, picture);
  expect(lines.map(([level, , { attempt, code, httpStatus }]) => [level, attempt, code, httpStatus])).toEqual([
    ['debug', 1, undefined, undefined],
    ['warn', 1, 'ServerInternalError', 500],
    ['debug', 2, undefined, undefined],
    ['debug', 2, undefined, 200],
  ]);
  expect(lines[1]?.[1]).toMatch(
    /^semblance: CompareSimilarByImage to 127\.0\.0\.1:\d+, attempt 1: ServerInternalError, HTTP 500, \d+ ms, request .*, again in \d+ ms$/,
  );
  expect(JSON.stringify(lines)).not.toMatch(/secret|visible-id|Signature/);
  const logged = createClient({ endpoint: server.endpoint, instanceName: 'demo', logger: {} });
  expect((await logged.compare(picture, picture)).score).toBe(0.85);
});

test('both entries export the same guards and classes', () => {
  const shared = Object.entries(mainEntry).filter(([name]) => name.endsWith('Error'));
  expect(shared.length).toBeGreaterThan(15);
  for (const [name, value] of shared) expect(nodeEntry).toHaveProperty(name, value);
});

async function consumed(): Promise<ReadableStream<Uint8Array>> {
  const { body } = new Response('text');
  if (body === null) throw new Error('no body');
  for await (const _piece of body) continue;
  return body as ReadableStream<Uint8Array>;
}

test('a stream that was or is being read is refused', async () => {
  const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo' });
  const readable = Readable.from([Buffer.from('x')]);
  for await (const _piece of readable) continue;
  const locked = new Blob(['x']).stream();
  locked.getReader();
  for (const [stream, message] of [
    [readable, /gave no bytes; it was probably read before/],
    [await consumed(), /gave no bytes|is being read/],
    [locked, /is being read by something else/],
  ] as const) {
    await expect(client.compare(stream, picture)).rejects.toMatchObject({
      code: 'PictureInputInvalid',
      message: expect.stringMatching(message),
    });
  }
});

test('one signal may limit any number of calls without a warning, and ends them all', async () => {
  await using server = await fakeServer(() => undefined);
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  const warnings: unknown[] = [];
  const listen = (warning: Error): void => void warnings.push(warning.name);
  process.on('warning', listen);
  const controller = new AbortController();
  const calls = Array.from({ length: 30 }, () => client.compare(picture, picture, { signal: controller.signal }));
  const settled = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 50));
  controller.abort(new Error('enough'));
  expect((await settled).map((result) => result.status === 'rejected' && (result.reason as Error).message)).toEqual(
    Array.from({ length: 30 }, () => 'enough'),
  );
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});
