import { expect, test } from 'vitest';
import { describeFailure } from './failed-pair.ts';

const files = ['a.png', 'b.png'] as const;

test('a failure names the picture that it is about, and what is wrong with it', () => {
  const failure = { reason: 'picture-too-large', which: 'secondary', detail: 'it has 9 MB' } as const;
  expect(describeFailure(failure, files)).toBe('b.png: it has 9 MB');
  expect(describeFailure({ ...failure, which: 'primary' }, files)).toBe('a.png: it has 9 MB');
});

test.each([
  ['worker-died', 'a.png, b.png: the process that compared it ended'],
  ['extraction-timed-out', 'a.png, b.png: it was not compared in time'],
  ['unforeseen', 'a.png, b.png: the comparison failed'],
] as const)('a failure without detail says what is known: %s', (reason, said) => {
  expect(describeFailure({ reason }, files)).toBe(said);
});
