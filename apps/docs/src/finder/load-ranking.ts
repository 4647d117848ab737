import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import type { FinderEntry } from './finder-entry.ts';
import { prepareRanking } from './rank.ts';
import type { Ranking } from './rank.ts';

let loading: Promise<Ranking> | undefined;

/** The list of the page's language, loaded once for all boxes; a failed load is tried again by the next call. */
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
