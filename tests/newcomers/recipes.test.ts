import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

/** A place that a recipe names: a path, and a text that stands there. */
interface Place {
  readonly recipe: string;
  readonly path: string;
  readonly text: string | undefined;
}

/** The recipes of a CONTRIBUTING page: the headings of third order between Recipes and Glossary, with their tables. */
function recipes(page: string): ReadonlyMap<string, string> {
  const text = readText(page);
  const part = text.slice(text.search(/^## (?:Recipes|步骤)$/m), text.search(/^## (?:Glossary|词汇表)$/m));
  const sections = part.split(/^### /m).slice(1);
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]));
}

const pathPattern = /^(?:spec|packages|apps|tests|tools|examples|scripts|decisions)\/[\w./-]+$/;

/** Paths of a section, each with the text that follows it after "at" (中: 的). */
function placesOf(recipe: string, section: string): readonly Place[] {
  return [...section.matchAll(/`(?<path>[^`\n]+)`(?:(?: at | 的 )`(?<text>[^`\n]+)`)?/g)]
    .map(({ groups = {} }) => ({ recipe, path: groups['path'] ?? '', text: groups['text'] }))
    .filter(({ path }) => pathPattern.test(path));
}

const pages = ['CONTRIBUTING.md', 'CONTRIBUTING.zh.md'];
const places = pages.flatMap((page) => [...recipes(page)].flatMap(([recipe, section]) => placesOf(recipe, section)));

test.each(pages)('%s has six recipes, each with a handful of places', (page) => {
  const counts = [...recipes(page)].map(([recipe, section]) => placesOf(recipe, section).length);
  expect(counts).toHaveLength(6);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
});

test('both languages name the same places', () => {
  const [english, chinese] = pages.map((page) =>
    [...recipes(page).values()].map((section) => placesOf('', section).map(({ path, text }) => `${path} ${text}`)),
  );
  expect(chinese).toEqual(english);
});

/** A file that the reader is to write stands in a folder that exists. */
function existingPath(path: string): string {
  return path.includes('NAME') ? path.slice(0, path.lastIndexOf('/')) : path;
}

test.each(places)('$recipe: $path $text', ({ path, text }) => {
  expect(existsSync(join(root, existingPath(path)))).toBe(true);
  if (text === undefined) return;
  expect(statSync(join(root, path)).isFile()).toBe(true);
  expect(readText(path)).toContain(text);
});
