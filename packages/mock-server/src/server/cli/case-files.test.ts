import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedCase } from '../../record/recorded-case.ts';
import { openCases, readCases } from './case-files.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'semblance-cases-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const recorded = (status: number): RecordedCase => ({
  request: {
    action: 'CompareSimilarByImage',
    instanceName: 'demo',
    format: 'JSON',
    primary: undefined,
    secondary: undefined,
  },
  response: { status, contentType: 'application/json', body: '{}' },
});

test('a recording continues after an incomplete line', () => {
  const file = path.join(directory, 'cut.jsonl');
  openCases(file).write(recorded(200));
  appendFileSync(file, '{"request":{"param');
  openCases(file).write(recorded(400));
  expect(readCases(file).map(({ response }) => response.status)).toEqual([200, 400]);
});

test('a last line without a line end is a case, and the next case begins a new line', () => {
  const file = path.join(directory, 'whole.jsonl');
  writeFileSync(file, JSON.stringify(recorded(200)));
  expect(readCases(file)).toHaveLength(1);
  openCases(file).write(recorded(400));
  expect(readCases(file).map(({ response }) => response.status)).toEqual([200, 400]);
});

test('a recording that cannot be written fails before anything is recorded', () => {
  const file = path.join(directory, 'file');
  writeFileSync(file, '');
  expect(() => openCases(path.join(file, 'below.jsonl'))).toThrow(/--record .* cannot be written/);
});
