import { matchesFilter } from './matches-filter.ts';
import type { AtlasFacts, AtlasFilter } from './matches-filter.ts';

const filterNames = ['q', 'status', 'cause', 'retry'] as const;

/** Filters the list of codes inside it and keeps the filter in the address, so that a view can be shared. */
export class AtlasElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    this.restore(form);
    form.addEventListener('input', () => this.apply(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => queueMicrotask(() => this.apply(form)));
    this.apply(form);
  }

  private restore(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    for (const name of filterNames) {
      const control = form.elements.namedItem(name);
      const value = query.get(name);
      if (value !== null && (control instanceof HTMLInputElement || control instanceof HTMLSelectElement))
        control.value = value;
    }
  }

  private apply(form: HTMLFormElement): void {
    const data = new FormData(form);
    const filter = Object.fromEntries(filterNames.map((name) => [name, String(data.get(name) ?? '')])) as Record<
      keyof AtlasFilter,
      string
    >;
    const items = [...this.querySelectorAll<HTMLLIElement>('.atlas-list > li')];
    const shown = items.filter((item) => this.toggle(item, filter)).length;
    this.report(shown, items.length);
    const asked = filterNames
      .filter((name) => filter[name] !== '')
      .map((name): [string, string] => [name, filter[name]]);
    const query = new URLSearchParams(asked).toString();
    history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
  }

  private toggle(item: HTMLLIElement, filter: AtlasFilter): boolean {
    const { status = '', cause = '', retry = '', text = '' } = item.dataset as Partial<AtlasFacts>;
    const shown = matchesFilter({ status, cause, retry, text }, filter);
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
