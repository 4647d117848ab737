import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadFile } from '../../src/model/add/download-file.ts';
import type { Downloaded, DownloadOptions } from '../../src/model/add/download-file.ts';
import type { RemoteFile } from '../../src/model/add/hub-address.ts';
import type { Result } from '../../src/result.ts';
import { openHub, serve } from './local-hub.ts';
import type { LocalHub, Play } from './local-hub.ts';

let folder: string;
const hubs: LocalHub[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'semblance-download-'));
});
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
  await rm(folder, { recursive: true });
});

const model = Buffer.concat([Buffer.from([8, 7]), randomBytes(400_000)]);
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const target = (): string => path.join(folder, 'model.onnx');

async function hub(play: Play): Promise<LocalHub> {
  const opened = await openHub(play);
  hubs.push(opened);
  return opened;
}

type Changes = Partial<RemoteFile> & Partial<DownloadOptions>;
function fetchFrom(url: string, changes: Changes = {}): Promise<Result<Downloaded, string>> {
  const { sha256, bytes, ...options } = changes;
  const remote = { url: `${url}/model.onnx`, name: 'model.onnx', sha256, bytes };
  return downloadFile(remote, target(), { environment: {}, maxBytes: 10_000_000, retryMs: 1, idleMs: 500, ...options });
}

async function failureOf(result: Promise<Result<Downloaded, string>>): Promise<string> {
  const settled = await result;
  return settled.ok ? '' : settled.failure;
}

test('a whole file arrives, with progress, and nothing else stays behind', async () => {
  const shares: number[] = [];
  const { url } = await hub((exchange) => serve(exchange, model));
  const got = await fetchFrom(url, {
    progress: ({ receivedBytes, totalBytes = 0 }) => shares.push(receivedBytes / totalBytes),
  });
  expect(got).toEqual({ ok: true, value: { sha256: digest(model), bytes: model.length, checkedAgainst: 'nothing' } });
  expect(shares.at(-1)).toBe(1);
  expect(await readdir(folder)).toEqual(['model.onnx']);
  expect((await readFile(target())).equals(model)).toBe(true);
});

test('a connection that breaks off again and again is resumed where it ended', async () => {
  const { url, seen } = await hub((exchange) => serve(exchange, model, { breakAfter: 100_000 }));
  expect(await fetchFrom(url, { sha256: digest(model) })).toMatchObject({
    ok: true,
    value: { checkedAgainst: 'pinned' },
  });
  expect(seen.map(({ range }) => range)).toEqual([
    undefined,
    'bytes=100000-',
    'bytes=200000-',
    'bytes=300000-',
    'bytes=400000-',
  ]);
});

test('a second run goes on where the first gave up', async () => {
  let broken = true;
  const { url, seen } = await hub((exchange, number) => {
    if (broken && number > 0) exchange.response.destroy();
    else serve(exchange, model, broken ? { breakAfter: 250_000 } : {});
  });
  expect(await failureOf(fetchFrom(url))).toMatch(/cannot be reached.*Run the command again/);
  broken = false;
  expect((await fetchFrom(url)).ok).toBe(true);
  expect(seen.at(-1)?.range).toBe('bytes=250000-');
  expect((await readFile(target())).equals(model)).toBe(true);
});

test('a server that does not resume sends all, and the file is whole all the same', async () => {
  const { url } = await hub((exchange, number) =>
    serve(exchange, model, { ignoresRange: true, ...(number === 0 ? { breakAfter: 100_000 } : {}) }),
  );
  expect(await fetchFrom(url, { sha256: digest(model) })).toMatchObject({ ok: true });
});

test('a file that changed in between is fetched anew, not patched together', async () => {
  const newer = Buffer.concat([Buffer.from([8, 8]), randomBytes(300_000)]);
  const { url } = await hub((exchange, number) =>
    number === 0 ? serve(exchange, model, { breakAfter: 200_000 }) : serve(exchange, newer, { etag: '"v2"' }),
  );
  expect(await fetchFrom(url)).toMatchObject({ ok: true, value: { sha256: digest(newer) } });
});

test('a connection on which nothing arrives is given up and resumed', async () => {
  const { url, seen } = await hub((exchange, number) => {
    if (number > 0) return serve(exchange, model);
    exchange.response.writeHead(200, { 'content-length': model.length, etag: '"v1"' });
    exchange.response.write(model.subarray(0, 50_000));
  });
  expect((await fetchFrom(url, { idleMs: 150 })).ok).toBe(true);
  expect(seen[1]?.range).toBe('bytes=50000-');
});

test('a download has a deadline', async () => {
  const { url } = await hub(({ response }) => {
    response.writeHead(200, { etag: '"v1"' });
    const trickle = setInterval(() => response.write(Buffer.from([8])), 10);
    response.on('close', () => clearInterval(trickle));
  });
  expect(await failureOf(fetchFrom(url, { deadlineMs: 300 }))).toContain('the time for it is over');
});

test('a length that is not true ends in a message, not in a file', async () => {
  const { url } = await hub((exchange) => serve(exchange, model, { length: model.length + 1000, ignoresRange: true }));
  expect(await failureOf(fetchFrom(url))).toMatch(/broke off.*Run the command again/);
  expect(await readdir(folder)).not.toContain('model.onnx');
});

test('size is bounded, stated or not', async () => {
  const stated = await hub((exchange) => serve(exchange, model));
  expect(await failureOf(fetchFrom(stated.url, { maxBytes: 1000 }))).toContain('--max-bytes');
  expect(await readdir(folder)).toEqual([]);
  const endless = await hub(({ response }) => {
    response.writeHead(200, { etag: '"v1"' });
    const flood = (): void => {
      while (response.write(model));
    };
    response.on('drain', flood);
    flood();
  });
  expect(await failureOf(fetchFrom(endless.url, { maxBytes: 2_000_000 }))).toContain('--max-bytes');
  expect(await failureOf(fetchFrom(stated.url, { bytes: 99 }))).toContain('another file');
});

test.each([
  ['a page as HTML', Buffer.from('<!doctype html><title>Log in</title>'), 'text/html; charset=utf-8', 'a web page'],
  ['a page as anything', Buffer.from('\n<html><body>Log in'), 'application/octet-stream', 'a web page'],
  ['an error as JSON', Buffer.from('{"error":"gone"}'), 'application/json', 'JSON'],
  ['a pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:1'), 'text/plain', 'Git LFS'],
  ['an archive', Buffer.from('PK\u0003\u0004 and so on'), 'application/octet-stream', 'PyTorch'],
])('%s is no model', async (...[, body, type, words]) => {
  const { url, seen } = await hub((exchange) => serve(exchange, body, { type }));
  expect(await failureOf(fetchFrom(url))).toContain(words);
  expect(seen).toHaveLength(1);
  expect(await readdir(folder)).not.toContain('model.onnx');
});

test('a file that cannot be written is said at once, and not taken for a broken connection', async () => {
  const { url, seen } = await hub((exchange) => serve(exchange, model));
  await mkdir(`${target()}.part`);
  expect(await failureOf(fetchFrom(url))).toContain('cannot be written');
  expect(seen).toHaveLength(1);
});

test('a wrong checksum is said, and nothing is kept', async () => {
  const { url } = await hub((exchange) => serve(exchange, model));
  const other = digest(Buffer.from('other'));
  expect(await failureOf(fetchFrom(url, { sha256: other }))).toContain(`the manifest says ${other}`);
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  [401, /HF_TOKEN/],
  [403, /accept the licence/],
  [404, /HF_ENDPOINT/],
  [451, /refused/],
])('answer %i says what to do, and is not tried again', async (status, words) => {
  const { url, seen } = await hub(({ response }) => response.writeHead(status).end());
  expect(await failureOf(fetchFrom(url))).toMatch(words);
  expect(seen).toHaveLength(1);
});

test('a busy server is tried again', async () => {
  const { url } = await hub((exchange, number) =>
    number < 1 ? exchange.response.writeHead(503).end() : serve(exchange, model),
  );
  expect((await fetchFrom(url)).ok).toBe(true);
});

test('redirects are followed, the hub’s checksum is held to, and the token stays with the hub', async () => {
  const store = await hub((exchange) => serve(exchange, model));
  const redirecting =
    (sha256: string): Play =>
    ({ response }) =>
      response.writeHead(302, { location: `${store.url}/blob`, 'x-linked-etag': `"${sha256}"` }).end();
  const environment = { HF_TOKEN: 'hf_secret' };
  const good = await hub(redirecting(digest(model)));
  expect(await fetchFrom(good.url, { environment })).toMatchObject({ ok: true, value: { checkedAgainst: 'hub' } });
  expect(good.seen[0]?.authorization).toBe('Bearer hf_secret');
  expect(store.seen[0]?.authorization).toBeUndefined();
  const lying = await hub(redirecting(digest(Buffer.from('other'))));
  expect(await failureOf(fetchFrom(lying.url))).toContain('the hub says');
  const circle = await hub(({ response }) => response.writeHead(302, { location: '/again' }).end());
  expect(await failureOf(fetchFrom(circle.url))).toContain('redirects more than');
});

test('what is resumed after a redirect keeps to the version of where the file lies', async () => {
  const store = await hub((exchange, number) =>
    serve(exchange, model, { etag: '"blob"', ...(number === 0 ? { breakAfter: 150_000 } : {}) }),
  );
  const front = await hub(({ response }) =>
    response
      .writeHead(302, { location: `${store.url}/blob`, etag: '"commit"', 'x-linked-etag': `"${digest(model)}"` })
      .end(),
  );
  expect((await fetchFrom(front.url)).ok).toBe(true);
  expect(store.seen[1]?.range).toBe('bytes=150000-');
});

test('a proxy is used where the environment names one, and left out where it says so', async () => {
  const direct = await hub((exchange) => serve(exchange, model));
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    serve({ request, response }, model);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  expect((await fetchFrom('http://hub.invalid', { environment: { HTTP_PROXY: proxyUrl } })).ok).toBe(true);
  expect(asked).toEqual(['http://hub.invalid/model.onnx']);
  expect((await fetchFrom(direct.url, { environment: { HTTP_PROXY: proxyUrl, NO_PROXY: '127.0.0.1' } })).ok).toBe(true);
  expect(asked).toHaveLength(1);
  proxy.closeAllConnections();
  proxy.close();
});
