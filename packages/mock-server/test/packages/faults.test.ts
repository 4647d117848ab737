import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { clientsProgram } from './clients-program.ts';
import { project } from './install.ts';

const run = promisify(execFile);

/** Result of a fault in a client: the length of the text, or the codes of its error. */
interface Seen {
  readonly fault: string;
  readonly client: string;
  readonly outcome: string;
  readonly tookMs: number;
}

const modes = ['msw', 'standalone', 'agent'] as const;
const seen = new Map<string, readonly Seen[]>();

beforeAll(async () => {
  const folder = await project({ 'clients.mjs': clientsProgram });
  // Side by side, as all they do is wait for what never answers.
  const runs = modes.map(async (mode) => {
    const { stdout } = await run(process.execPath, ['clients.mjs', mode], { cwd: folder, maxBuffer: 1 << 24 });
    seen.set(mode, JSON.parse(stdout) as readonly Seen[]);
  });
  await Promise.all(runs);
}, 900_000);

const of = (mode: string, fault: string): readonly Seen[] =>
  (seen.get(mode) ?? []).filter((one) => one.fault === fault);
const outcomes = (mode: string, fault: string): Readonly<Record<string, string>> =>
  Object.fromEntries(of(mode, fault).map(({ client, outcome }) => [client, outcome]));

test('every client runs in every mode that it supports', () => {
  expect(Object.keys(outcomes('standalone', 'success'))).toEqual([
    'fetch',
    'undici.request',
    'undici.fetch',
    'axios',
    'got',
    'node-fetch',
    'sdk',
  ]);
  expect(Object.keys(outcomes('msw', 'success'))).toEqual(['fetch', 'axios', 'got', 'node-fetch', 'sdk']);
  expect(Object.keys(outcomes('agent', 'success'))).toEqual(['fetch', 'undici.request', 'undici.fetch']);
});

describe.each([
  'success',
  'slow-dribble',
  'truncated-body',
  'malformed-body',
  'empty-body',
  'proxy-error-page',
  'connection-reset',
])('%s', (fault) => {
  test.each(['msw', 'agent'])('%s behaves like the standalone server', (mode) => {
    const standalone = outcomes('standalone', fault);
    const here = outcomes(mode, fault);
    expect(here).toEqual(Object.fromEntries(Object.keys(here).map((client) => [client, standalone[client]])));
  });
});

test.each(modes)('%s: a reset connection has its code for every client, a dribble is slow', (mode) => {
  for (const { client, outcome } of of(mode, 'connection-reset'))
    expect(`${client} ${outcome}`).toContain('ECONNRESET');
  for (const { tookMs } of of(mode, 'slow-dribble')) expect(tookMs).toBeGreaterThan(400);
});

test.each(modes)('%s: what never answers is waited for, then given up, by every client', (mode) => {
  const waited = of(mode, 'never-answers');
  expect(waited.map(({ client }) => client)).toEqual(Object.keys(outcomes(mode, 'success')));
  for (const { client, outcome, tookMs } of waited) {
    expect(`${client} ${outcome}`).not.toMatch(/characters$/);
    expect(`${client} ${tookMs > 2500 && tookMs < 15_000}`).toBe(`${client} true`);
  }
});

test("what the vendor's SDK says of what never answers is what the README says", () => {
  expect(outcomes('msw', 'never-answers')['sdk']).toMatch(/ConnectTimeout/);
  expect(outcomes('standalone', 'never-answers')['sdk']).toMatch(/ReadTimeout/);
});
