import { verdicts } from '@semblance/engine/evidence';
import { expect, test } from 'vitest';
import { consoleText } from './console-text.ts';

test.each(verdicts)("the site says $name in the engine's words", ({ name, words }) => {
  expect(consoleText.en.verdicts[name].toLowerCase()).toBe(words.en);
  expect(consoleText.zh.verdicts[name]).toBe(words.zh);
});
