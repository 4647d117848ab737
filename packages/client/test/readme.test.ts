import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Span, Tracer } from '@opentelemetry/api';
import { createClient } from '@semblance/client';
import type { Hooks } from '@semblance/client';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';

const root = join(import.meta.dirname, '..');

/** The first code block under a heading of the readme. */
async function codeUnder(heading: string): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf(`\n${heading}\n`));
  return /```js\n([^]*?)```/.exec(section)?.[1] ?? '';
}

interface Recorded {
  readonly name: string;
  attributes: Record<string, unknown>;
  status: unknown;
  ended: boolean;
}

/** A tracer that only records. */
function recordingTracer(spans: Recorded[]): Tracer {
  const startSpan = (name: string, options?: { attributes?: object }): Span => {
    const recorded: Recorded = { name, attributes: { ...options?.attributes }, status: undefined, ended: false };
    spans.push(recorded);
    return {
      spanContext: () => ({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }),
      setAttributes: (attributes: object) => Object.assign(recorded.attributes, attributes),
      setStatus: (status: unknown) => (recorded.status = status),
      end: () => (recorded.ended = true),
    } as unknown as Span;
  };
  return { startSpan } as unknown as Tracer;
}

test('the telemetry example of the readme works', async () => {
  const spans: Recorded[] = [];
  trace.setGlobalTracerProvider({ getTracer: () => recordingTracer(spans) });
  const directory = await mkdtemp(join(import.meta.dirname, '.readme-'));
  const code = (await codeUnder('## Watching attempts')).replace(/const client = .*\n/, 'export { hooks };\n');
  await writeFile(join(directory, 'example.mjs'), code);
  const { hooks } = (await import(join(directory, 'example.mjs'))) as { hooks: Hooks };
  await rm(directory, { recursive: true });
  await using server = await fakeServer((_request, _response, index) =>
    exampleReply(index === 0 ? 'ServerInternalError' : 'success'),
  );
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', hooks, retry: { baseDelayMs: 1 } });
  await client.compare(new Uint8Array([1]), new Uint8Array([2]));
  expect(spans).toMatchObject([
    {
      name: 'CompareSimilarByImage',
      ended: true,
      status: { code: SpanStatusCode.ERROR, message: 'ServerInternalError' },
      attributes: { 'http.response.status_code': 500, 'http.request.resend_count': 0 },
    },
    {
      name: 'CompareSimilarByImage',
      ended: true,
      status: undefined,
      attributes: { 'http.response.status_code': 200, 'http.request.resend_count': 1 },
    },
  ]);
  expect(server.requests[1]?.headers['traceparent']).toBe(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
});

test('both readmes show the same code and numbers', async () => {
  const [english, chinese] = await Promise.all(
    ['README.md', 'README.zh.md'].map((name) => readFile(join(root, name), 'utf8')),
  );
  const figures = (text = ''): string[] => text.match(/\| \d[\d.]* (?:kB|ms) \|.*/g) ?? [];
  expect(figures(english).length).toBeGreaterThan(5);
  expect(figures(chinese).map((line) => line.match(/[\d.]+/g))).toEqual(
    figures(english).map((line) => line.match(/[\d.]+/g)),
  );
  const firstProgram = /```js\n([^]*?)```/;
  expect(firstProgram.exec(chinese ?? '')?.[1]).toBe(firstProgram.exec(english ?? '')?.[1]);
});
