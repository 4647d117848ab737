import { expect, test } from 'vitest';
import type { PictureEntry } from './pictures/picture-set.ts';
import type { ScoredPair } from './samples.ts';
import type { Relation } from './tasks.ts';
import { verdictChances } from './verdict-chances.ts';

function pairs(relation: Relation, kind: string, scores: readonly number[]): ScoredPair[] {
  const entry: PictureEntry = { file: '', object: '', kind, split: 'test', variant: '', role: 'logo' };
  return scores.map((score) => ({ pair: { first: entry, second: entry, relation, role: 'logo', detail: '' }, score }));
}
const many = (score: number, count: number): number[] => Array.from({ length: count }, () => score);

test('one pair in ten is a match, and one in ten of the others a look-alike of the same service type', () => {
  const scored = [
    ...pairs('logo copy', '', [...many(0.95, 75), ...many(0.2, 25)]),
    ...pairs('other logo', '', [...many(0.1, 99), 0.95]),
    ...pairs('look-alike', 'emblem', [...many(0.1, 15), ...many(0.95, 5)]),
    ...pairs('look-alike', 'receipt', many(0.95, 50)),
  ];
  const { copy, different, likely } = verdictChances(() => scored).trademark;
  const [matched, other, alike] = [0.1 * 0.75, 0.81 * 0.01, 0.09 * 0.25];
  expect(copy).toEqual({ right: Number((matched / (matched + other + alike)).toFixed(3)), pairs: 81 });
  const [rest, lost] = [0.81 * 0.99 + 0.09 * 0.75, 0.1 * 0.25];
  expect(different).toEqual({ right: Number((rest / (rest + lost)).toFixed(3)), pairs: 139 });
  expect(likely).toBeUndefined();
});
