import { expect, test } from 'vitest';
import type { FoundPart } from '../part/part-evidence.ts';
import { pixelsOf } from './difference-regions.ts';
import { meaningWords } from './difference-words.ts';
import { partBoxes, partReason, partWords } from './part-words.ts';

const part: FoundPart = {
  of: 'second',
  what: 'whole',
  own: { left: 0, top: 0, width: 1, height: 1 },
  there: { left: 0.05, top: 0.6, width: 0.3, height: 0.25 },
  correlation: 0.9,
  agreeing: 0.93,
  content: 40,
};

test('the words say what lies where, in both languages', () => {
  expect(partWords(part)).toEqual({
    en: 'the second picture lies within the first: the lower left',
    zh: '第二张图片出现在第一张图片中：左下角',
  });
  expect(partReason({ ...part, of: 'first', what: 'object' })).toEqual({
    en: 'looked for, what stands on the plain ground of the first picture is found within the second, at 5 %–35 % from the left and 60 %–85 % from the top: 93 % of its content agrees',
    zh: '经搜索，第一张图片纯色背景上的主体出现在第二张图片中（距左 5 %–35 %，距上 60 %–85 %）：其内容有 93 % 一致',
  });
});

test('the middle of a picture is called that', () => {
  expect(partWords({ ...part, of: 'first', what: 'middle' })).toEqual({
    en: 'the middle of the first picture lies within the second: the lower left',
    zh: '第一张图片的中间部分出现在第二张图片中：左下角',
  });
});

test('a part that was found says more than the verdict', () => {
  expect(meaningWords({ verdict: { words: { en: 'probably', zh: '可能' } }, part })).toEqual(partWords(part));
});

test('the place is given in pixels of the file it lies in', () => {
  const [first] = partBoxes(part);
  expect(pixelsOf(first, [200, 100])).toEqual({ left: 10, top: 60, width: 60, height: 25 });
});
