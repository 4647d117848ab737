import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

const sources = readdirSync(`${root}/packages`, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^[\w-]+\/(?:src|exports)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'),
);
const declared = new Set(
  sources.flatMap((file) =>
    [...readText(`packages/${file}`).matchAll(/\b(?:interface|type|class) (\w+)/g)].map(([, name = '']) => name),
  ),
);

/** The names of types in a page's glossary, in their order. */
function typesIn(page: string): readonly string[] {
  const text = readText(page);
  const glossary = text.slice(text.search(/^## (?:Glossary|词汇表)$/m));
  return [...glossary.matchAll(/`([A-Z]\w+)`/g)].map(([, name = '']) => name);
}

test('every type that the glossary names is declared', () => {
  expect(typesIn('CONTRIBUTING.md').length).toBeGreaterThan(15);
  expect(typesIn('CONTRIBUTING.md').filter((name) => !declared.has(name))).toEqual([]);
});

test('both languages name the same types', () => {
  expect(typesIn('CONTRIBUTING.zh.md')).toEqual(typesIn('CONTRIBUTING.md'));
});
