import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { calibrationVersion, scoredPairs } from '../../src/score/sample-scores.ts';

const root = path.join(import.meta.dirname, '../../../..');

test('the page on scores shows the engine’s present calibration (else: npm run score-samples -w apps/docs)', async () => {
  const weights = JSON.parse(await readFile(path.join(root, 'packages/engine/src/score/weights.json'), 'utf8')) as {
    version: string;
  };
  expect(calibrationVersion).toBe(weights.version);
});

test('every labelled pair of the examples is scored', async () => {
  const lines = (await readFile(path.join(root, 'examples/pairs.csv'), 'utf8')).trim().split('\n').slice(1);
  expect(scoredPairs.map(({ first, second, label }) => `${first},${second},${label}`)).toEqual(
    lines.map((line) => line.trim()),
  );
});
