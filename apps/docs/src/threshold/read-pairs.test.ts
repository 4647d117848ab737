import { expect, test } from 'vitest';
import { readPairs } from './read-pairs.ts';

const expected = [
  { score: 0.93, match: true },
  { score: 0.2, match: false },
];

test.each([
  ['two columns', '0.93,1\n0.2,0\n'],
  ['the label first', 'match,0.93\ndifferent,0.2'],
  ['a header in any order', 'first,second,label,score\na.jpg,b.jpg,same-item,0.93\na.jpg,c.jpg,same-kind,0.2'],
  ['tabs and Chinese', '分数\t标注\n0.93\t同一\n0.2\t不同'],
  ['JSON lines', '{"primary":"a","score":0.93,"label":"match"}\n{"score":0.2,"label":"other"}'],
  ['Windows line ends and quotes', '"score","match"\r\n"0.93","yes"\r\n"0.2","no"\r\n'],
])('%s', (_, text) => {
  expect(readPairs(text)).toEqual({ pairs: expected, unread: [] });
});

test('lines that are no pair are named', () => {
  expect(readPairs('score,label\n0.5,match\nhello\n1.5,match\n0.4,perhaps')).toEqual({
    pairs: [{ score: 0.5, match: true }],
    unread: [3, 4, 5],
  });
});
