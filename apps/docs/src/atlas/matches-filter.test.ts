import { describe, expect, test } from 'vitest';
import { matchesFilter } from './matches-filter.ts';
import type { AtlasFilter } from './matches-filter.ts';

const facts = { status: '400', cause: 'picture', retry: 'never' };
const nothing: AtlasFilter = { status: '', cause: '', retry: '' };

describe('a code is shown when', () => {
  test.each<[string, Partial<AtlasFilter>, boolean]>([
    ['nothing is asked', {}, true],
    ['the status agrees', { status: '400' }, true],
    ['the status differs', { status: '403' }, false],
    ['the status agrees but the cause differs', { status: '400', cause: 'engine' }, false],
    ['the retry guidance differs', { retry: 'backoff' }, false],
  ])('%s', (_, filter, expected) => {
    expect(matchesFilter(facts, { ...nothing, ...filter })).toBe(expected);
  });
});
