import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { Locale } from '../site/locale.ts';
import { showAnswer } from './answer-view.ts';
import { createCamera } from './camera.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import { showCode } from './code-view.ts';
import { consoleText } from './console-text.ts';
import { showEvidence } from './evidence-view.ts';
import { fitPicture } from './fit-picture.ts';
import { PictureSlotElement, SlotFileEvent } from './picture-slot.ts';
import { readSettings } from './read-settings.ts';
import { runComparison } from './run-comparison.ts';
import { initialState, isBusy, nextState, obstacleOf } from './state.ts';
import type { ConsoleEvent, ConsoleState, Slot, SlotName, SlotNote, SlotPicture } from './state.ts';

const slotNames = ['primary', 'secondary'] as const;

/** The console: two slots, a form, its request as code, and the answer. Everything shown derives from one state. */
export class ConsoleElement extends HTMLElement {
  private state: ConsoleState = initialState(readSettings(new FormData()), 'typescript-client');
  /** Counts the loads of each slot, so that a late picture does not replace a newer one. */
  private readonly turns: Record<SlotName, number> = { primary: 0, secondary: 0 };

  private get locale(): Locale {
    return this.dataset['locale'] === 'zh' ? 'zh' : 'en';
  }

  private get form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('The console has no form.');
    return form;
  }

  private slotElement(which: SlotName): PictureSlotElement | null {
    return this.querySelector<PictureSlotElement>(`semblance-slot[data-which="${which}"]`);
  }

  connectedCallback(): void {
    this.state = initialState(readSettings(new FormData(this.form)), this.chosenLanguage());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.compare();
    });
    this.form.addEventListener('input', () => this.settingsChanged());
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener(SlotFileEvent.type, (event) => {
      if (event instanceof SlotFileEvent && event.target instanceof PictureSlotElement)
        void this.take(event.target.which, async () => fileOf(event.file), 'file-unreadable');
    });
    this.querySelector('[name="language"]')?.addEventListener('change', () =>
      this.dispatch({ type: 'language', language: this.chosenLanguage() }),
    );
    this.render();
    this.renderCode();
  }

  private chosenLanguage(): SampleLanguage {
    const select = this.querySelector<HTMLSelectElement>('[name="language"]');
    return (select?.value ?? 'typescript-client') as SampleLanguage;
  }

  private dispatch(event: ConsoleEvent): void {
    const { run, language } = this.state;
    this.state = nextState(this.state, event);
    this.render();
    if (this.state.run !== run || this.state.language !== language) this.renderCode();
  }

  /** Shows everything except the code, from the state alone. */
  private render(): void {
    const { state } = this;
    const place = { root: this as HTMLElement, locale: this.locale };
    for (const part of this.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !(part.dataset['for'] ?? '').split(' ').includes(state.settings.target);
    for (const which of slotNames) this.slotElement(which)?.show(state.slots[which]);
    const button = this.querySelector<HTMLButtonElement>('button[type="submit"]');
    const text = consoleText[this.locale];
    if (button !== null) {
      button.setAttribute('aria-disabled', String(isBusy(state)));
      button.textContent = isBusy(state) ? text.comparing : text.compare;
    }
    showAnswer(place, state);
    showEvidence(place, state);
  }

  /** Shows the request as code, which with its signature does not change during a comparison. */
  private renderCode(): void {
    void showCode({ root: this, locale: this.locale }, this.state);
  }

  private settingsChanged(): void {
    const settings = readSettings(new FormData(this.form));
    const isOther = settings.serviceType !== this.state.settings.serviceType;
    this.dispatch({ type: 'settings', settings });
    if (!isOther) return;
    for (const which of slotNames) {
      const { picture, note } = this.state.slots[which];
      if (picture !== undefined) this.put(which, picture, note);
    }
  }

  private put(which: SlotName, picture: SlotPicture | undefined, note?: SlotNote): void {
    const pixelRange = serviceTypes[this.state.settings.serviceType];
    const check = picture === undefined ? undefined : checkPicture(picture.bytes, { which, pixelRange });
    const slot: Slot = { picture, check, note };
    this.dispatch({ type: 'slot', which, slot });
  }

  /** Empties a slot at once, then loads a picture into it, or shows `problem` when there is none. */
  private async take(which: SlotName, load: () => Promise<SlotPicture | undefined>, problem: SlotNote): Promise<void> {
    this.turns[which] += 1;
    const turn = this.turns[which];
    const picture = await load().catch(() => undefined);
    if (turn !== this.turns[which]) return;
    this.put(which, picture, picture === undefined ? problem : undefined);
  }

  private clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const which = button?.closest<PictureSlotElement>('semblance-slot')?.which;
    const { pair, sample, action } = button?.dataset ?? {};
    if (pair !== undefined) this.takePair(pair.split(' '));
    else if (sample !== undefined && which !== undefined)
      void this.take(which, () => sampleAt(sample, this.nameOf(sample)), 'sample-failed');
    else if (action === 'camera' && which !== undefined) void this.useCamera(which);
    else if (action === 'fix' && which !== undefined) void this.fix(which);
    else if (action === 'copy') void this.copy(button);
  }

  private takePair([first = '', second = '']: readonly string[]): void {
    void this.take('primary', () => sampleAt(first, this.nameOf(first)), 'sample-failed');
    void this.take('secondary', () => sampleAt(second, this.nameOf(second)), 'sample-failed');
  }

  private nameOf(url: string): string {
    return this.querySelector(`[data-sample="${url}"]`)?.getAttribute('data-name') ?? 'sample.jpg';
  }

  private async useCamera(which: SlotName): Promise<void> {
    const dialog = this.querySelector('dialog');
    if (dialog === null) return;
    try {
      const picture = await createCamera(dialog).take();
      if (picture !== undefined) this.put(which, picture);
    } catch {
      this.put(which, this.state.slots[which].picture, 'camera-refused');
    }
  }

  private async fix(which: SlotName): Promise<void> {
    const { picture } = this.state.slots[which];
    if (picture === undefined) return;
    this.turns[which] += 1;
    const turn = this.turns[which];
    const bytes = await fitPicture(picture.bytes, serviceTypes[this.state.settings.serviceType]);
    if (turn !== this.turns[which]) return;
    if (bytes === undefined) this.put(which, picture, 'fix-failed');
    else this.put(which, { name: `${picture.name.replace(/\.\w+$/u, '')}-fitted.jpg`, bytes }, 'fixed');
  }

  private compare(): void {
    if (isBusy(this.state)) return;
    const obstacle = obstacleOf(this.state);
    this.dispatch({ type: 'compare' });
    const { settings, slots, run } = this.state;
    const [primary, secondary] = [slots.primary.picture?.bytes, slots.secondary.picture?.bytes];
    if (obstacle !== undefined || primary === undefined || secondary === undefined) {
      const fault = { kind: 'obstacle', obstacle: obstacle ?? 'pictures-missing' } as const;
      return this.dispatch({ type: 'failed', run, fault });
    }
    this.querySelector('.console-answer')?.scrollIntoView({ block: 'nearest' });
    void runComparison({ settings, pair: { primary, secondary }, run }, (event) => this.dispatch(event));
  }

  private async copy(button: HTMLButtonElement | null): Promise<void> {
    const source = this.querySelector(`[data-body="${button?.dataset['from'] ?? ''}"]`);
    const { copy, copied, copyFailed } = consoleText[this.locale];
    const isCopied = await navigator.clipboard.writeText(source?.textContent ?? '').then(
      () => true,
      () => false,
    );
    if (button === null) return;
    button.textContent = isCopied ? copied : copyFailed;
    setTimeout(() => (button.textContent = copy), 1500);
  }
}

async function fileOf(file: File): Promise<SlotPicture> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function sampleAt(url: string, name: string): Promise<SlotPicture | undefined> {
  const response = await fetch(url);
  return response.ok ? { name, bytes: new Uint8Array(await response.arrayBuffer()) } : undefined;
}

/** Registers both custom elements. */
export function defineConsole(): void {
  customElements.define('semblance-slot', PictureSlotElement);
  customElements.define('semblance-console', ConsoleElement);
}
