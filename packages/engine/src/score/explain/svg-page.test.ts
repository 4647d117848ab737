import { expect, test } from 'vitest';
import { verdictOf } from '../verdict.ts';
import { shorten, sizeToFit, textLine, widthOf, wrap } from './svg-page.ts';

const place = { width: 772, most: 26 } as const;

test.each([0, 0.2, 0.4, 0.6, 0.8, 0.95, 1])('the words for %d fit beside the score', (score) => {
  const words = verdictOf(score).words.en;
  const size = sizeToFit(words, place);
  expect(size).toBeGreaterThanOrEqual(16);
  expect(widthOf(words, size)).toBeLessThanOrEqual(place.width);
});

test('short words keep the full size', () => {
  expect(sizeToFit('different pictures', place)).toBe(26);
});

test('lines break between words, and together hold all of them', () => {
  const text = 'Copy: 288 of 290 matched points agree on one transform (scale 1.00, not turned, not mirrored).';
  const lines = wrap(text, { width: 400, size: 17 });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(widthOf(line, 17)).toBeLessThanOrEqual(400);
});

test('a number keeps its per cent sign on its line', () => {
  const text = '97 % of the first content is seen again, 100 % of the second content, and 5 % of the rest.';
  for (let width = 120; width < 700; width += 20) {
    const lines = wrap(text, { width, size: 14 });
    expect(lines.filter((line) => line.startsWith('%'))).toEqual([]);
    expect(lines.join(' ')).toBe(text);
  }
});

test('Chinese lines break between letters, but no line begins with a mark', () => {
  const text =
    '叠放比对，形式相同，图案或内容不同：中部：第一张图片的内容有 89 % 再次出现，第二张有 90 %；重叠部分中有 11 % 相冲突。';
  const lines = wrap(text, { width: 200, size: 17 });
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  for (const line of lines) {
    expect(widthOf(line, 17)).toBeLessThanOrEqual(200);
    expect(line).not.toMatch(/^[，。；：]/);
  }
});

test('of a long name the end stays, and a Chinese letter takes more room than a Latin one', () => {
  const name = `${'folder-'.repeat(20)}mug-daily-front.jpg`;
  const short = shorten(name, { width: 300, size: 14 });
  expect(short).toMatch(/^….*mug-daily-front\.jpg$/);
  expect(widthOf(short, 14)).toBeLessThanOrEqual(300);
  expect(shorten('图片相似度'.repeat(20), { width: 300, size: 14 }).length).toBeLessThan(short.length);
});

test('text cannot leave its element, nor hold what XML forbids', () => {
  expect(textLine('</text><script a="&\u0007">', { x: 0, y: 0, size: 10 })).toContain(
    '>&lt;/text&gt;&lt;script a=&quot;&amp;\ufffd&quot;&gt;</text>',
  );
});
