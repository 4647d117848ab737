import { shownLocale } from '../site/locale.ts';
import { finderText } from '../text/finder.ts';
import { find } from './find.ts';
import { codeLine } from './finding-view.ts';
import { loadRanking } from './load-ranking.ts';
import { element } from './nodes.ts';

/** Matches listed above the results of the full-text search. */
const shownMatches = 3;

/** Adds the finder's best matches above the results of the site's search. */
export function showBestMatches(search: HTMLElement): void {
  search.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) void update(search, target).catch(() => undefined);
  });
  search.addEventListener('focusin', () => void loadRanking(shownLocale()).catch(() => undefined));
}

async function update(search: HTMLElement, input: HTMLInputElement): Promise<void> {
  const locale = shownLocale();
  const text = input.value;
  const ranking = await loadRanking(locale);
  if (input.value !== text) return;
  const entries = text.trim() === '' ? [] : find(ranking, text).entries.slice(0, shownMatches);
  search.querySelector('.best-matches')?.remove();
  if (entries.length === 0) return;
  const box = element('div', 'best-matches');
  const list = element('ul');
  list.append(...entries.map((entry) => codeLine(entry)));
  box.append(element('p', '', finderText[locale].bestMatches), list);
  const results = search.querySelector('.pagefind-ui__drawer');
  if (results === null) search.querySelector('#starlight__search')?.append(box);
  else results.before(box);
}
