import type { MeasuredServiceType, ServiceTypeMeaning } from './evaluation-file.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeMeanings } from './model-card.ts';
import { measuredServiceTypes } from './service-type-samples.ts';

const estimate = { value: 0.981, low: 0.971, high: 0.9889 };
const row = {
  threshold: 0.5,
  recall: estimate,
  falsePositiveRate: { ...estimate, value: 0.0004 },
  precision: estimate,
};
const meanings = Object.fromEntries(
  measuredServiceTypes.map((name) => [
    name,
    {
      thresholds: [
        { ...row, threshold: 0.4, doubtful: {} },
        { ...row, doubtful: { 'same kind': 0.2 } },
      ],
    },
  ]),
) as unknown as Record<MeasuredServiceType, ServiceTypeMeaning>;
const folder = path.join(import.meta.dirname, '../../packages/engine');
const card = readFileSync(path.join(folder, 'MODEL_CARD.md'), 'utf8');

test('the table replaces what stood between the marks, and nothing else', () => {
  const once = writeMeanings(card, meanings);
  expect(once).toContain(
    '| Trademark search | 0.5 | 98.1 % [97.1–98.9] | 0.04 % [97.1–98.9] | 98.1 % [97.1–98.9] | same kind 20.0 % |',
  );
  expect(once).not.toContain('| 0.4 |');
  expect(writeMeanings(once, meanings)).toBe(once);
  expect(once.slice(0, 500)).toBe(card.slice(0, 500));
  expect(once.slice(-500)).toBe(card.slice(-500));
});

test('a card without marks is refused', () => {
  expect(() => writeMeanings('# Card', meanings)).toThrow(/service types/);
});

test('the card has the figures of the last evaluation', () => {
  const file = path.join(folder, '../../tools/calibration/generated/evaluation.json');
  const { serviceTypes } = JSON.parse(readFileSync(file, 'utf8')) as {
    serviceTypes: { meanings: Record<MeasuredServiceType, ServiceTypeMeaning> };
  };
  expect(card).toBe(writeMeanings(card, serviceTypes.meanings));
});
