import { expect, test } from 'vitest';
import { mutate, mutationsOf } from './mutations.ts';

test.each([
  ['a === b', ['a !== b']],
  ['a < 3', ['a <= 3', 'a < (3 + 1)']],
  ['if (a) b();', ['if (!(a)) b();', 'if (a) ;']],
  ['x = true', ['x = false']],
  ["x = 'a' + b", []],
  ["import { a } from 'b'; type C = 1 | 2; interface D { e: true }", []],
])('%s', (text, expected) => {
  expect(mutationsOf(text).map((mutation) => mutate(text, mutation))).toEqual(expected);
});
