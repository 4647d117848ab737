import { expect, test } from 'vitest';
import { evidenceWordsOf } from './evidence-words.ts';
import type { SeenEvidence } from './evidence-words.ts';

const match = (agrees: boolean): SeenEvidence['matches'][number] => ({ first: [0, 0], second: [0, 0], agrees });

/** Evidence with so many matches, every second of which agrees. */
function seen(matches: number): SeenEvidence {
  const comparison = { evidence: { semantic: { colour: 0.5 } }, notes: [] } as unknown as SeenEvidence['comparison'];
  return { comparison, matches: Array.from({ length: matches }, (_, at) => match(at % 2 === 0)) };
}

test('points that agree are counted', () => {
  expect(evidenceWordsOf(seen(4), 'en')).toBe(
    '2 of 4 matching points agree on one placement; colours agree to 50.0\u00A0%.',
  );
  expect(evidenceWordsOf(seen(4), 'zh')).toBe('4 个匹配点中有 2 个位置一致；颜色相符 50.0\u00A0%。');
});

test('where there are no points, as of flat pictures, none are counted', () => {
  expect(evidenceWordsOf(seen(0), 'en')).toBe('No points of the two match; colours agree to 50.0\u00A0%.');
  expect(evidenceWordsOf(seen(0), 'zh')).toBe('两张图片没有匹配的点；颜色相符 50.0\u00A0%。');
});

test('each sentence begins as one', () => {
  const note = { name: 'flat', picture: 'first', words: { en: 'is one flat colour', zh: '只有一种颜色' } } as const;
  const { comparison, matches } = seen(4);
  const difference = {
    case: 'different',
    numbers: { coversFirst: 0.2, coversSecond: 0.3, conflicting: 0 },
  } as unknown as SeenEvidence['comparison']['difference'];
  const told = { ...comparison, notes: [note], ...(difference === undefined ? {} : { difference }) };
  expect(evidenceWordsOf({ comparison: told, matches }, 'en')).toMatch(
    /^Next to nothing agrees\. 20 % of the first picture's content is seen again, 30 % of the second's\. The first picture is one flat colour\. 2 of 4/,
  );
});
