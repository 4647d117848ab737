import { expect, test } from 'vitest';
import { colourCover } from './colour-cover.ts';
import { seeksParts } from './part-gate.ts';
import { isFound, withPart } from './part-rule.ts';

/** Square roots of shares. */
const histogram = (...shares: readonly number[]): Float32Array => Float32Array.from(shares, Math.sqrt);

test('a picture within another one has no colours that the other has not', () => {
  const [own, other] = [histogram(0.6, 0.3, 0.1, 0), histogram(0.06, 0.03, 0.01, 0.9)];
  expect(colourCover(own, other).whole).toBeCloseTo(1);
  expect(colourCover(own, histogram(0, 0, 0, 1)).whole).toBe(0);
});

test('the colour of the ground is left out of those of what stands on it', () => {
  const onGround = histogram(0.7, 0.3, 0, 0);
  const elsewhere = histogram(0, 0.5, 0.5, 0);
  expect(colourCover(onGround, elsewhere).object).toBeCloseTo(1);
  expect(colourCover(onGround, elsewhere).whole).toBeCloseTo(0.3);
});

test('no part is looked for among fabrics and emblems', () => {
  expect((['generic', 'product', 'furniture', 'fabric', 'trademark'] as const).map(seeksParts)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a part gives .5 to .65, and takes nothing away', () => {
  expect(withPart(0.2, { agreeing: 0.62 })).toBeCloseTo(0.5);
  expect(withPart(0.2, { agreeing: 1 })).toBeCloseTo(0.65);
  expect(withPart(0.66, { agreeing: 1 })).toBe(0.66);
});

test('a part counts as found where it correlates, agrees, and is enough', () => {
  expect(isFound({ correlation: 0.6, agreeing: 0.8, content: 30 })).toBe(true);
  expect(isFound({ correlation: 0.5, agreeing: 0.8, content: 30 })).toBe(false);
  expect(isFound({ correlation: 0.6, agreeing: 0.5, content: 60 })).toBe(false);
  expect(isFound({ correlation: 0.6, agreeing: 0.8, content: 10 })).toBe(false);
  expect(isFound({ correlation: 0.9, agreeing: 0.95, content: 13 })).toBe(true);
  expect(isFound({ correlation: 0.9, agreeing: 0.95, content: 12 })).toBe(false);
});
