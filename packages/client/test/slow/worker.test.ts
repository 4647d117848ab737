import { createContext, Script } from 'node:vm';
import { join } from 'node:path';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { examplePicture } from './example-picture.ts';
import { startMock } from './start-server.ts';

/** Globals of every worker runtime only: no process, no Buffer, no require, no import. */
const webGlobals = {
  AbortController,
  AbortSignal,
  Blob,
  DOMException,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearTimeout,
  crypto,
  fetch,
  performance,
  setTimeout,
};

async function bundle(): Promise<string> {
  const output = (await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../../dist/lib/main.js'), formats: ['iife'], name: 'semblance' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return output[0]?.output[0].code ?? '';
}

test('the client runs with web standards only', async () => {
  await using server = await startMock();
  const code = await bundle();
  expect(code).not.toMatch(/["'`]node:|\brequire\(|process\./);
  const context = createContext({
    ...webGlobals,
    picture: new Uint8Array(examplePicture('mug-daily-front.jpg')),
    endpoint: server.endpoint,
  });
  const script = `${code}
    (async () => {
      const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
      const base = { endpoint, instanceName: 'demoinstance1' };
      const scores = [];
      for (const options of [{}, { format: 'xml' }, { credentials }, { credentials, dialect: 'V1' }, { transfer: { mode: 'upload' } }]) {
        scores.push((await semblance.createClient({ ...base, ...options }).compare(picture, picture)).score);
      }
      const client = semblance.createClient(base);
      const text = btoa(String.fromCharCode(...picture.subarray(0, 3)));
      const refused = await semblance.createClient({ ...base, instanceName: 'mock-NoPermission' }).compare(picture, text).catch((error) => error);
      const checked = await client.check(picture);
      return { scores, code: refused.code, isApiError: semblance.isApiError(refused), checked: checked.ok };
    })()`;
  const result: unknown = await new Script(script).runInContext(context);
  expect(JSON.parse(JSON.stringify(result))).toEqual({
    scores: [1, 1, 1, 1, 1],
    code: 'NoPermission',
    isApiError: true,
    checked: true,
  });
});
