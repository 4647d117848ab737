import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import type { FinderEntry } from './finder-entry.ts';
import { prepareRanking } from './rank.ts';
import type { Ranking } from './rank.ts';

let loading: Promise<Ranking> | undefined;

/** Loads the ranking of a language, once for all boxes; the next call retries after a failure. */
export function loadRanking(locale: Locale): Promise<Ranking> {
  loading ??= load(locale).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(locale: Locale): Promise<Ranking> {
  const response = await fetch(localizedPath(locale, '/finder.json'));
  if (!response.ok) throw new Error(`finder.json: ${response.status}`);
  return prepareRanking((await response.json()) as readonly FinderEntry[]);
}
