import type { ErrorEntry } from '@semblance/spec/error-catalog';
import { allErrors, errorPath } from '../site/all-errors.ts';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { listedPages } from '../site/sidebar.ts';
import { pageTerms } from '../text/topics.ts';
import type { FinderEntry } from './finder-entry.ts';

/** All entries, codes first; generated with the site, loaded when a reader begins to type. */
export function finderEntries(locale: Locale): readonly FinderEntry[] {
  return [...allErrors.map((entry) => codeEntry(entry, locale)), ...pageEntries(locale)];
}

function codeEntry(entry: ErrorEntry, locale: Locale): FinderEntry {
  const { code, search, meaning, trigger, pageDescription } = entry;
  return {
    path: localizedPath(locale, errorPath(entry)),
    title: code,
    kind: 'code',
    hint: entry.fix[locale],
    terms: [...search.en, ...search.zh],
    text: [pageDescription ?? '', meaning.en, meaning.zh, trigger[locale]].join(' '),
    status: entry.httpStatus,
    message: entry.message,
    family: entry.family,
    ...(entry.cause === 'signature' ? { signature: true } : {}),
  };
}

function pageEntries(locale: Locale): readonly FinderEntry[] {
  return listedPages.flatMap(({ path, title }) => {
    const terms = pageTerms[path] ?? [];
    return [
      {
        path: localizedPath(locale, path),
        title: title[locale],
        kind: 'page',
        hint: '',
        terms,
        text: title.en,
      } as const,
    ];
  });
}
