import { describe, expect, test } from 'vitest';
import { matchesFilter } from './matches-filter.ts';
import type { AtlasFilter } from './matches-filter.ts';

const facts = {
  status: '400',
  cause: 'picture',
  retry: 'never',
  text: 'unsupportedpicpixels the specified pixels is not supported. 图片的宽或高',
};
const nothing: AtlasFilter = { q: '', status: '', cause: '', retry: '' };

describe('a code is shown when', () => {
  test.each<[string, Partial<AtlasFilter>, boolean]>([
    ['nothing is asked', {}, true],
    ['all words occur, in any order and case', { q: 'SPECIFIED  pixels' }, true],
    ['a Chinese word occurs', { q: '宽或高' }, true],
    ['one word is missing', { q: 'pixels signature' }, false],
    ['the status agrees', { status: '400' }, true],
    ['the status differs', { status: '403' }, false],
    ['words agree but the cause differs', { q: 'pixels', cause: 'engine' }, false],
    ['the retry guidance differs', { retry: 'backoff' }, false],
  ])('%s', (_, filter, expected) => {
    expect(matchesFilter(facts, { ...nothing, ...filter })).toBe(expected);
  });
});
