import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNonceJournal } from './nonce-journal.ts';
import type { NonceJournal } from './nonce-journal.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-nonces-'));
});
afterEach(() => rm(directory, { recursive: true }));

const open = (maxEntries = 8): Promise<NonceJournal> => openNonceJournal({ directory, maxEntries });
const entry = (at: number): { digest: string; signedAtMs: number } => ({
  digest: at.toString(16).padStart(24, '0'),
  signedAtMs: 1_800_000_000_000 + at * 1000,
});

async function journalFile(): Promise<string> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.journal'));
  expect(files).toHaveLength(1);
  return path.join(directory, files[0] ?? '');
}

test('the next run knows the records of the previous one, in order; an empty history is reported as such', async () => {
  const first = await open();
  expect(first.history).toEqual({ entries: [], forgottenUntilMs: undefined });
  await Promise.all([1, 2, 3].map((at) => first.record(entry(at), 5000)));
  await first.close();
  const second = await open();
  expect(second.history.entries.map(({ digest }) => digest)).toEqual([1, 2, 3].map((at) => entry(at).digest));
  expect(second.history.entries.map(({ signedAtMs }) => signedAtMs)).toEqual(
    [1, 2, 3].map((at) => entry(at).signedAtMs),
  );
  expect(second.history.forgottenUntilMs).toBe(5000);
  await second.record(entry(4), 6000);
  await second.close();
  const third = await open();
  expect(third.history.entries).toHaveLength(4);
  expect(third.history.forgottenUntilMs).toBe(6000);
  await third.close();
});

test('it is a ring of fixed size that keeps the newest records', async () => {
  const first = await open(8);
  const { length } = await readFile(await journalFile());
  for (let at = 0; at < 21; at += 1) await first.record(entry(at), 0);
  await Promise.all([21, 22, 23, 24].map((at) => first.record(entry(at), 0)));
  expect((await readFile(await journalFile())).length).toBe(length);
  await first.close();
  const second = await open(8);
  expect(second.history.entries.map(({ digest }) => digest)).toEqual(
    [17, 18, 19, 20, 21, 22, 23, 24].map((at) => entry(at).digest),
  );
  await second.close();
});

test('the records of a killed run are known, up to the last answer', async () => {
  const script = `
    import { openNonceJournal } from ${JSON.stringify(path.join(import.meta.dirname, 'nonce-journal.ts'))};
    const journal = await openNonceJournal({ directory: ${JSON.stringify(directory)}, maxEntries: 8 });
    await journal.record({ digest: ${JSON.stringify(entry(7).digest)}, signedAtMs: ${entry(7).signedAtMs} }, 0);
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, [
    '--conditions=@semblance/source',
    '--input-type=module-typescript',
    '--eval',
    script,
  ]);
  expect(signal).toBe('SIGKILL');
  const next = await open();
  expect(next.history.entries).toMatchObject([entry(7)]);
  await next.close();
});

test('a start adopts the journal of an ended run and needs no room for a second one', async () => {
  const first = await open(8);
  for (let at = 0; at < 5; at += 1) await first.record(entry(at), 0);
  await first.close();
  const { ino } = await stat(await journalFile());
  const second = await open(8);
  expect((await stat(await journalFile())).ino).toBe(ino);
  for (let at = 5; at < 11; at += 1) await second.record(entry(at), 0);
  await second.close();
  const third = await open(8);
  expect(third.history.entries.map(({ digest }) => digest)).toEqual(
    [3, 4, 5, 6, 7, 8, 9, 10].map((at) => entry(at).digest),
  );
  await third.close();
});

test('of two simultaneous starts, each knows the ended run’s records or reports that it does not', async () => {
  const first = await open();
  await first.record(entry(1), 0);
  await first.close();
  const both = await Promise.all([open(), open()]);
  const histories = both.map(({ history }) => history);
  expect(histories.some(({ entries }) => entries.length === 1)).toBe(true);
  expect(
    histories.every(({ entries, forgottenUntilMs }) => entries.length === 1 || forgottenUntilMs === undefined),
  ).toBe(true);
  await Promise.all(both.map((journal) => journal.close()));
  const next = await open();
  expect(next.history.entries).toMatchObject([entry(1)]);
  await next.close();
});

test('a journal in use is left alone', async () => {
  const running = await open();
  await running.record(entry(1), 0);
  const beside = await open();
  expect(beside.history.entries).toEqual([]);
  await running.record(entry(2), 0);
  await Promise.all([running.close(), beside.close()]);
  const next = await open();
  expect(next.history.entries).toHaveLength(2);
  await next.close();
});

test.each([
  ['one byte', (bytes: Buffer) => bytes.fill(255, 40, 41)],
  ['a part of a record at the end', (bytes: Buffer) => bytes.subarray(0, -5)],
  ['scribble', () => Buffer.from('scribble')],
])('a damaged journal (%s) returns the readable records and reports that some are missing', async (_name, damage) => {
  const first = await open();
  for (const at of [1, 2, 3]) await first.record(entry(at), 0);
  await first.close();
  const file = await journalFile();
  await writeFile(file, damage(await readFile(file)));
  const next = await open();
  expect(next.history.forgottenUntilMs).toBeUndefined();
  await next.close();
});
