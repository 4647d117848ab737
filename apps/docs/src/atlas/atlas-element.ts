import type { Finding } from '../finder/finder-entry.ts';
import { findingEvent } from '../finder/finder-element.ts';
import { matchesFilter } from './matches-filter.ts';
import type { AtlasFacts, AtlasFilter } from './matches-filter.ts';

const filterNames = ['status', 'cause', 'retry'] as const;

/** Longest text, in characters, that is kept in the address. */
const sharedTextLength = 60;

/** Filters the list of codes by its box and its filters, and keeps both in the address. */
export class AtlasElement extends HTMLElement {
  private found: readonly string[] | undefined;

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>('.atlas-filters');
    if (form === null) return;
    this.restore(form);
    form.addEventListener('input', () => this.apply(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => queueMicrotask(() => this.clear(form)));
    this.addEventListener(findingEvent, (event) => this.take((event as CustomEvent<Finding | undefined>).detail, form));
    this.apply(form);
  }

  private restore(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    for (const name of filterNames) {
      const control = form.elements.namedItem(name);
      const value = query.get(name);
      if (value !== null && control instanceof HTMLSelectElement) control.value = value;
    }
  }

  private clear(form: HTMLFormElement): void {
    const box = this.querySelector('textarea');
    if (box !== null) {
      box.value = '';
      box.dispatchEvent(new Event('input'));
    }
    this.found = undefined;
    this.apply(form);
  }

  private take(finding: Finding | undefined, form: HTMLFormElement): void {
    this.found = finding?.entries.map(({ path }) => path);
    this.apply(form);
  }

  private apply(form: HTMLFormElement): void {
    const data = new FormData(form);
    const value = (name: string): string => String(data.get(name) ?? '');
    const filter = { status: value('status'), cause: value('cause'), retry: value('retry') };
    const items = [...this.querySelectorAll<HTMLLIElement>('.atlas-list > li')];
    const shown = items.filter((item) => this.toggle(item, filter)).length;
    this.report(shown, items.length);
    this.share(filter);
  }

  private share(filter: AtlasFilter): void {
    const text = this.querySelector('textarea')?.value ?? '';
    const query = new URLSearchParams(
      filterNames.filter((name) => filter[name] !== '').map((name): [string, string] => [name, filter[name]]),
    );
    if (text !== '' && text.length <= sharedTextLength) query.set('q', text);
    const search = query.toString();
    history.replaceState(history.state, '', search === '' ? location.pathname : `?${search}`);
  }

  private toggle(item: HTMLLIElement, filter: AtlasFilter): boolean {
    const { status = '', cause = '', retry = '' } = item.dataset as Partial<AtlasFacts>;
    const path = item.querySelector('a')?.getAttribute('href') ?? '';
    const shown =
      matchesFilter({ status, cause, retry }, filter) && (this.found === undefined || this.found.includes(path));
    item.hidden = !shown;
    return shown;
  }

  private report(shown: number, all: number): void {
    const count = this.querySelector('.atlas-count');
    const template = this.dataset['count'] ?? '';
    if (count !== null) count.textContent = template.replace('{shown}', String(shown)).replace('{all}', String(all));
    this.querySelector('.atlas-nothing')?.toggleAttribute('hidden', shown > 0);
  }
}
