import { expect, test } from 'vitest';
import { bestOther } from './look-alikes.ts';
import type { LookAlikeScores } from '../../../../tools/eval/evaluation-file.ts';

const shares = { count: 1, median: 1, from: [1, 1, 1] };
const method = (name: string, rocArea: number): LookAlikeScores['methods'][number] => ({
  method: name,
  families: [{ family: 'receipt', rocArea, recall: 1, copies: shares, lookAlikes: shares }],
});

test('the best of the other methods is named, never the engine itself', () => {
  expect(bestOther({ methods: [method('Semblance', 0.99), method('a', 0.7), method('b', 0.8)] }, 0)).toBe(0.8);
  expect(bestOther({ methods: [method('Semblance', 0.99)] }, 0)).toBeUndefined();
});
