import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

interface FetchEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

const origin = 'http://site.example';

/** Runs the worker with a test's cache; returns its answer to a request and the promise it asks the browser to wait for. */
async function ask(cache: object, url: string): Promise<{ answer: Promise<Response>; work: Promise<unknown>[] }> {
  const listeners = new Map<string, (event: FetchEvent) => void>();
  const source = await readFile(path.join(import.meta.dirname, '../../public/service-worker.js'), 'utf8');
  runInNewContext(source, {
    URL,
    self: {
      location: new URL(origin),
      addEventListener: (type: string, listener: (event: FetchEvent) => void) => listeners.set(type, listener),
    },
    caches: { open: async () => cache },
    fetch: async () => new Response('the file'),
  });
  const work: Promise<unknown>[] = [];
  const { promise, resolve } = Promise.withResolvers<Response>();
  listeners.get('fetch')?.({ request: new Request(url), respondWith: resolve, waitUntil: (one) => work.push(one) });
  return { answer: promise, work };
}

test.each(['/_astro/network.hash.onnx', '/console/'])('%s is returned while it is still being stored', async (file) => {
  const put = Promise.withResolvers<undefined>();
  const kept: string[] = [];
  const cache = {
    match: async () => undefined,
    put: async (request: Request, response: Response) => {
      await put.promise;
      kept.push(`${request.url}: ${await response.text()}`);
    },
    keys: async () => [],
  };
  const { answer, work } = await ask(cache, `${origin}${file}`);
  expect(await (await answer).text()).toBe('the file');
  expect(kept).toEqual([]);
  put.resolve(undefined);
  await Promise.all(work);
  expect(kept).toEqual([`${origin}${file}: the file`]);
});
