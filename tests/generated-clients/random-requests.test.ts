import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsOfDocument, remarksOn } from './src/prism.ts';
import type { PrismOperation } from './src/prism.ts';
import { startServers } from './src/servers.ts';
import type { TestServer } from './src/servers.ts';

/** Requests at random from the schema, in all a few thousand a run. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 1500);

let servers: readonly TestServer[] = [];
let operation: PrismOperation | undefined;
let picture = '';
beforeAll(async () => {
  servers = await startServers();
  operation = (await operationsOfDocument()).find(({ iid }) => iid === 'CompareSimilarByImage');
  picture = (await readFile(join(import.meta.dirname, '../../examples/formats/teapot.jpg'))).toString('base64');
}, 120_000);
afterAll(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
});

const content = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc.constantFrom('picture', 'iVBORw0KGgo='),
);
const request = fc.record({
  Format: fc.constantFrom(undefined, 'JSON', 'XML'),
  accept: fc.constantFrom(undefined, '*/*', 'application/json', 'text/xml', 'application/xml'),
  InstanceName: fc.oneof(
    { weight: 1, arbitrary: fc.constant('demoinstance1') },
    { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }) },
  ),
  PrimaryPicContent: content,
  SecondaryPicContent: content,
});

test.each(['engine', 'mock'])(
  'the %s answers every request of the schema as documented',
  async (name) => {
    const baseUrl = servers.find((server) => server.name === name)?.baseUrl ?? '';
    const resource = operation;
    if (resource === undefined) throw new Error('the document lacks the operation');
    await fc.assert(
      fc.asyncProperty(request, async ({ Format, accept, ...form }) => {
        const query = new URLSearchParams({ Action: 'CompareSimilarByImage', Version: '2020-12-14' });
        if (Format !== undefined) query.set('Format', Format);
        const fields = Object.entries(form).map(([key, value]) => [key, value === 'picture' ? picture : value]);
        const headers = accept === undefined ? {} : { accept };
        const body = new URLSearchParams(fields);
        const response = await fetch(`${baseUrl}/?${query}`, { method: 'POST', headers, body });
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') === true;
        expect(isJson).toBe(Format === 'JSON' || (Format === undefined && !/xml/.test(accept ?? '')));
        const answer = { statusCode: response.status, headers: Object.fromEntries(response.headers) };
        expect(remarksOn(resource, { ...answer, body: isJson ? (JSON.parse(text) as unknown) : text })).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  120_000,
);
