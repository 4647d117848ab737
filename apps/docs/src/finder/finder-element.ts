import { handOver } from '../site/handed-over.ts';
import { localeOfPath, localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { finderText } from '../text/finder.ts';
import { find } from './find.ts';
import type { Finding } from './finder-entry.ts';
import { findingView } from './finding-view.ts';
import { loadRanking } from './load-ranking.ts';
import { element } from './nodes.ts';

/** Event of a finder whose findings have changed; `undefined` when it was emptied. */
export const findingEvent = 'semblance-finding';

/** The search box for errors, log lines and words, with results while typing. */
export class FinderElement extends HTMLElement {
  private finding: Finding | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const box = this.querySelector('textarea');
    if (form === null || box === null) return;
    box.addEventListener('focus', () => void loadRanking(this.locale).catch(() => undefined));
    box.addEventListener('input', () => void this.look(box.value));
    box.addEventListener('keydown', (event) => this.submitOnEnter(event, form));
    form.addEventListener('submit', (event) => void this.go(event, box.value));
    const asked = new URLSearchParams(location.search).get('q');
    if (asked !== null && asked !== '') box.value = asked;
    if (box.value !== '') void this.look(box.value);
  }

  private get locale(): Locale {
    return localeOfPath(this.dataset['path'] ?? location.pathname);
  }

  /** Enter submits, Shift with Enter inserts a line break. Enter of an active input method is ignored. */
  private submitOnEnter(event: KeyboardEvent, form: HTMLFormElement): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  }

  private async look(text: string): Promise<void> {
    const box = this.querySelector('textarea');
    const found = await this.findingOf(text);
    if (box !== null && box.value !== text) return;
    this.finding = found;
    const output = this.querySelector('.finder-findings');
    output?.replaceChildren(...(found === undefined ? [] : findingView(found, this.locale)));
    if (found?.kind === 'request') handOver(text);
    this.dispatchEvent(new CustomEvent(findingEvent, { detail: found, bubbles: true }));
  }

  private async findingOf(text: string): Promise<Finding | undefined> {
    if (text.trim() === '') return undefined;
    try {
      return find(await loadRanking(this.locale), text);
    } catch {
      this.querySelector('.finder-findings')?.replaceChildren(
        element('p', 'finder-nothing', finderText[this.locale].failed),
      );
      return undefined;
    }
  }

  private async go(event: SubmitEvent, text: string): Promise<void> {
    event.preventDefault();
    await this.look(text);
    const path = this.finding?.kind === 'request' ? this.labPath : this.finding?.entries[0]?.path;
    if (path !== undefined) location.assign(path);
  }

  private get labPath(): string {
    return localizedPath(this.locale, '/signature-lab/');
  }
}
