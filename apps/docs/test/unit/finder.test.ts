import { describe, expect, test } from 'vitest';
import { find } from '../../src/finder/find.ts';
import { finderEntries } from '../../src/finder/finder-entries.ts';
import { prepareRanking } from '../../src/finder/rank.ts';
import { allErrors } from '../../src/site/all-errors.ts';
import { listedPages } from '../../src/site/sidebar.ts';
import { pageTerms } from '../../src/text/topics.ts';
import { chineseQueries, englishQueries } from './finder-queries.ts';

/** Of 60 realistic queries, the number that has to find its page among the first two results. */
const wantedFirstOrSecond = 57;

const rankings = { en: prepareRanking(finderEntries('en')), zh: prepareRanking(finderEntries('zh')) };

function pathsFor(locale: 'en' | 'zh', query: string): readonly string[] {
  return find(rankings[locale], query).entries.map(({ path }) => path.replace(/^\/zh/u, ''));
}

describe.each([
  ['en', englishQueries],
  ['zh', chineseQueries],
] as const)('%s', (locale, queries) => {
  test(`at least ${wantedFirstOrSecond} of 60 queries find their page first or second`, () => {
    expect(queries.length).toBe(60);
    const missed = queries.filter(
      ([query, ...wanted]) =>
        !pathsFor(locale, query)
          .slice(0, 2)
          .some((path) => wanted.includes(path)),
    );
    const told = missed.map(([query]) => `${query} → ${pathsFor(locale, query).slice(0, 3).join(' ')}`);
    expect(told.slice(queries.length - wantedFirstOrSecond)).toEqual([]);
    if (told.length > 0) console.log(told.join('\n'));
  });

  test('every code is found by its name, its message and an answer that carries it', () => {
    for (const { code, message, httpStatus, slug } of allErrors) {
      const pasted = [
        code,
        `{"Code":"${code}","Message":"${message}"}`,
        `code: ${httpStatus}, ${message} request id 1`,
      ];
      for (const text of pasted) expect(pathsFor(locale, text).slice(0, 2)).toContain(`/errors/${slug}/`);
    }
  });
});

test.each([
  ['curl -X POST http://127.0.0.1:8080/ -d Action=CompareSimilarByImage'],
  ['POST / HTTP/1.1\nhost: a\nauthorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b'],
])('a request is for the lab: %s', (text) => {
  expect(find(rankings.en, text)).toEqual({ kind: 'request', entries: [] });
});

test('an answer of the upload form leads to the upload’s code, though the action has one of the same name', () => {
  const answer =
    '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error>';
  expect(pathsFor('en', answer)[0]).toBe('/errors/upload-signaturedoesnotmatch/');
});

test('words that occur nowhere find nothing', () => {
  expect(pathsFor('en', 'zzzqqq xxyyzz')).toEqual([]);
  expect(pathsFor('zh', '　')).toEqual([]);
});

test('every code and every page has search terms', () => {
  expect(
    allErrors.filter(({ search }) => search.en.length === 0 || search.zh.length === 0).map(({ slug }) => slug),
  ).toEqual([]);
  expect(listedPages.map(({ path }) => path).filter((path) => pageTerms[path] === undefined)).toEqual([]);
});
