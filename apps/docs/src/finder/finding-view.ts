import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { finderText } from '../text/finder.ts';
import type { FinderEntry, Finding } from './finder-entry.ts';
import { element, link, richText } from './nodes.ts';

/** Most entries shown. */
const shownEntries = 6;

/** The entries found, the best with its advice, the others by name. */
export function findingView(finding: Finding, locale: Locale): readonly Node[] {
  const text = finderText[locale];
  if (finding.kind === 'request') return [labNote(text.request, text.toLab, locale)];
  const [best, ...others] = finding.entries.slice(0, shownEntries);
  if (best === undefined) return [element('p', 'finder-nothing', text.nothing)];
  const rest = others.length === 0 ? [] : [otherList(others, text.others)];
  return [bestCard(best, locale), ...rest];
}

function bestCard(entry: FinderEntry, locale: Locale): HTMLElement {
  const text = finderText[locale];
  const card = element('div', 'finder-best');
  card.append(heading(entry));
  if (entry.message !== undefined) card.append(element('p', 'finder-message', entry.message, 'en'));
  if (entry.hint !== '') card.append(richText(element('p', 'finder-fix'), entry.hint));
  if (entry.signature === true) card.append(labNote(text.signature, text.alsoLab, locale));
  if (entry.kind === 'code') card.append(link(entry.path, text.open, 'finder-open'));
  return card;
}

function heading(entry: FinderEntry): HTMLElement {
  const line = element('p', 'finder-title');
  if (entry.status !== undefined) line.append(statusBadge(entry.status), ' ');
  line.append(link(entry.path, entry.title));
  return line;
}

function statusBadge(status: number): HTMLElement {
  const badge = element('span', 'status', String(status));
  badge.dataset['status'] = String(status).slice(0, 1);
  return badge;
}

function otherList(entries: readonly FinderEntry[], label: string): HTMLElement {
  const list = element('ul', 'finder-others');
  list.setAttribute('aria-label', label);
  list.append(...entries.map((entry) => codeLine(entry)));
  return list;
}

/** An entry as an item of a list: status, and its name as a link. */
export function codeLine(entry: FinderEntry): HTMLLIElement {
  const item = element('li');
  item.append(...(entry.status === undefined ? [] : [statusBadge(entry.status), ' ']), link(entry.path, entry.title));
  return item;
}

function labNote(words: string, action: string, locale: Locale): HTMLElement {
  const note = element('p', 'finder-lab', `${words} `);
  note.append(link(localizedPath(locale, '/signature-lab/'), action));
  return note;
}
