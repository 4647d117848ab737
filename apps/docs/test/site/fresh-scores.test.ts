import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultCalibration } from '@semblance/engine/evidence';
import { expect, test } from 'vitest';
import { calibrationVersion, scoredPairs } from '../../src/score/sample-scores.ts';

const root = path.join(import.meta.dirname, '../../../..');

test('the page on scores shows the engine’s present calibration (else: npm run score-samples -w apps/docs)', () => {
  expect(calibrationVersion).toBe(defaultCalibration.version);
});

test('every labelled pair of the examples is scored', async () => {
  const lines = (await readFile(path.join(root, 'examples/pairs.csv'), 'utf8')).trim().split('\n').slice(1);
  expect(scoredPairs.map(({ first, second, label }) => `${first},${second},${label}`)).toEqual(
    lines.map((line) => line.trim()),
  );
});
