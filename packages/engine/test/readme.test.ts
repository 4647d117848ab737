import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const [english = '', chinese = ''] = ['README.md', 'README.zh.md'].map((name) =>
  readFileSync(path.join(import.meta.dirname, '..', name), 'utf8'),
);

/** What both languages have in common, in order. */
const shared: readonly (readonly [string, (text: string) => readonly unknown[]])[] = [
  ['programs and commands', (text) => text.match(/^```[^]*?^```$/gm) ?? []],
  ['levels of headings', (text) => (withoutCode(text).match(/^#+ /gm) ?? []).map((marks) => marks.length)],
  ['commands and settings of tables, and what rooms may use', (text) => rows(text).map((row) => namesIn(row))],
  ['pages that are linked', (text) => linksOf(text)],
];

const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```$/gm, '');
const rows = (text: string): readonly string[] => withoutCode(text).match(/^\|.*\|$/gm) ?? [];
const namesIn = (row: string): readonly string[] => row.match(/`[^`]+`/g) ?? [];

/** Every page once, but for the link to the other language. */
function linksOf(text: string): readonly string[] {
  const links = [...withoutCode(text).matchAll(/\]\((?<to>[^)]+)\)/g)].map(({ groups }) => groups?.['to'] ?? '');
  return [...new Set(links)].filter((to) => !/^README(?:\.zh)?\.md$/.test(to)).toSorted();
}

test.each(shared)('both languages have the same %s', (_, read) => {
  expect(read(english).length).toBeGreaterThan(5);
  expect(read(chinese)).toEqual(read(english));
});

test('each language leads to the other', () => {
  expect(english).toContain('](README.zh.md)');
  expect(chinese).toContain('](README.md)');
});

test('Chinese text has full-width punctuation', () => {
  expect(withoutCode(chinese).match(/[\u4E00-\u9FFF][,:;!?(]|[,:;!?)][\u4E00-\u9FFF]/g) ?? []).toEqual([]);
});
