import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  contractNotes,
  commonParameters,
  operationParameters,
  routingParameters,
  successFields,
  failureFields,
  accessDeniedDetailFields,
} from '@semblance/spec/operations';
import { describe, expect, test } from 'vitest';
import { allErrors } from '../../src/site/all-errors.ts';

const content = path.join(import.meta.dirname, '../../src/content/docs');

async function guides(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob('**/*.{md,mdx}', { cwd: path.join(content, folder) })) found.push(file);
  return found.filter((file) => folder !== '' || !file.startsWith('zh/')).sort();
}

/** Structure that a translation shares with its original: headings by level, fenced blocks by language, tables and links by number. */
async function skeleton(file: string): Promise<readonly string[]> {
  const text = await readFile(path.join(content, file), 'utf8');
  const shape = text
    .split('\n')
    .filter((line) => /^(?:#+ |```\w|\| --- |[-*] |\d+\. )/u.test(line))
    .map((line) => /^(?:#+|```\w+|\| --- \||[-*]|\d+\.)/u.exec(line)?.[0] ?? '');
  const links = [...text.matchAll(/\]\((?:\/zh)?(?<target>\/[^)]*)\)/gu)]
    .map(({ groups }) => groups?.['target'] ?? '')
    .sort();
  return [...shape, ...links];
}

const han = /\p{Script=Han}/u;
const english = await guides('');

test('both languages have the same guides', async () => {
  expect(english.length).toBeGreaterThanOrEqual(10);
  expect(await guides('zh')).toEqual(english);
});

test.each(english)(
  '%s says the same in both languages: same headings, samples, tables, lists and links',
  async (file) => {
    expect(await skeleton(`zh/${file}`)).toEqual(await skeleton(file));
    expect(await readFile(path.join(content, 'zh', file), 'utf8')).toMatch(han);
  },
);

test('Chinese guides link to Chinese pages', async () => {
  for (const file of english) {
    const text = await readFile(path.join(content, 'zh', file), 'utf8');
    expect(text.match(/\]\(\/(?!zh\/)[^)]*\)/gu) ?? []).toEqual([]);
  }
});

describe('every text of the contract is translated', () => {
  test.each(allErrors.map((entry) => [entry.slug, entry] as const))('code %s', (_, { meaning, trigger, fix }) => {
    for (const text of [meaning, trigger, fix]) {
      expect(text.en).not.toMatch(han);
      expect(text.zh).toMatch(han);
    }
  });

  test('fields and notes', () => {
    const fields = [
      operationParameters,
      routingParameters,
      commonParameters,
      successFields,
      failureFields,
      accessDeniedDetailFields,
    ].flat();
    const untranslated = fields.filter(
      ({ description }) => !han.test(description.zh) && !/^`.*`$|^AccessKeyId。$/u.test(description.zh),
    );
    expect(untranslated.map(({ name }) => name)).toEqual([]);
    expect(
      contractNotes.filter(
        ({ title, record, choice }) => ![title.zh, record.zh, choice.zh].some((text) => han.test(text)),
      ),
    ).toEqual([]);
  });
});
