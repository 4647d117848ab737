import { expect, test } from 'vitest';
import { decisionsIn, readDecision } from './decisions.ts';

test('title and choice are read from a decision’s file', () => {
  const text = '# 3. A title\n\nStatus: accepted\n\n**Context.** c\n\n**Choice.** One\n`two`.\n\n**Consequence.** d\n';
  expect(readDecision(text)).toEqual({ title: 'A title', choice: 'One `two`.' });
});

test('every decision has a title and a choice in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    const decisions = decisionsIn(locale);
    expect(decisions.length).toBeGreaterThanOrEqual(8);
    expect(decisions.filter(({ title, choice }) => title === '' || choice.length < 40)).toEqual([]);
    expect(decisions.filter(({ language }) => language !== locale).map(({ file }) => file)).toEqual([]);
  }
});
