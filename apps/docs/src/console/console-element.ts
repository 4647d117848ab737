import { checkPicture } from '@semblance/picture';
import type { Locale } from '../site/locale.ts';
import { consoleText } from '../text/console.ts';
import type { ConsoleText } from '../text/console.ts';
import { createCamera } from './camera.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import { writeSample } from './code-view.ts';
import { decodeInBrowser } from './decode-in-browser.ts';
import { showEvidence } from './evidence-view.ts';
import { PictureSlotElement } from './picture-slot.ts';
import { readSettings } from './read-settings.ts';
import { showOutcome } from './result-view.ts';
import { sendComparison } from './send-comparison.ts';
import type { PicturePair } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';

/** The console: two slots, a form, a result. */
export class ConsoleElement extends HTMLElement {
  private get locale(): Locale {
    return this.dataset['locale'] === 'zh' ? 'zh' : 'en';
  }

  private get text(): ConsoleText {
    return consoleText[this.locale];
  }

  private get form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('The console has no form.');
    return form;
  }

  private get settings(): ConsoleSettings {
    return readSettings(new FormData(this.form));
  }

  private get slots(): readonly PictureSlotElement[] {
    return [...this.querySelectorAll<PictureSlotElement>('semblance-slot')];
  }

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.compare();
    });
    this.form.addEventListener('change', () => this.formChanged());
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('picture-changed', () => this.complain(''));
    this.querySelector('[name="language"]')?.addEventListener('change', () => void this.showCode());
    this.formChanged();
  }

  private formChanged(): void {
    const { target, serviceType } = this.settings;
    for (const part of this.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !(part.dataset['for'] ?? '').split(' ').includes(target);

    for (const slot of this.slots) {
      slot.dataset['serviceType'] = serviceType;
      slot.recheck();
    }
  }

  private clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const { pair, sample, action } = button?.dataset ?? {};
    if (pair !== undefined) {
      void this.loadSamples(this.slots, pair.split(' '));
    } else if (sample !== undefined) {
      void this.loadSamples(
        this.slots.filter((slot) => slot.contains(button)),
        [sample],
      );
    } else if (action === 'camera') {
      void this.useCamera(this.slots.find((slot) => slot.contains(button)));
    } else if (action === 'copy') {
      void this.copy(button);
    }
  }

  private async loadSamples(slots: readonly PictureSlotElement[], urls: readonly string[]): Promise<void> {
    for (const [index, slot] of slots.entries()) {
      const url = urls[index] ?? '';
      const response = await fetch(url);
      const name = this.querySelector(`[data-sample="${url}"]`)?.getAttribute('data-name') ?? 'sample.jpg';
      slot.put({ name, bytes: new Uint8Array(await response.arrayBuffer()) });
    }
  }

  private async useCamera(slot: PictureSlotElement | undefined): Promise<void> {
    const dialog = this.querySelector('dialog');
    if (slot === undefined || dialog === null) return;
    try {
      const picture = await createCamera(dialog).take();
      if (picture !== undefined) slot.put(picture);
    } catch {
      this.complain(this.text.cameraRefused);
    }
  }

  private async compare(): Promise<void> {
    const [primary, secondary] = this.slots.map((slot) => slot.picture?.bytes);
    if (primary === undefined || secondary === undefined) return this.complain(this.text.needBoth);
    this.complain(this.slots.every((slot) => slot.recheck()?.ok) ? '' : this.text.sendAnyway);
    this.busy(true);
    try {
      const { settings } = this;
      if (!(await canBeScored(settings, { primary, secondary }))) return this.complain(this.text.undecodable);
      const outcome = await sendComparison(settings, { primary, secondary });
      const root = this.querySelector<HTMLElement>('.console-result');
      if (root === null) return;
      showOutcome({ root, locale: this.locale }, outcome, settings);
      root.hidden = false;
      void showEvidence({ root, locale: this.locale }, { primary, secondary });
      root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      root.scrollIntoView({ block: 'nearest' });
      await this.showCode();
    } finally {
      this.busy(false);
    }
  }

  private async showCode(): Promise<void> {
    const [first, second] = this.slots.map((slot) => slot.picture);
    const language = this.querySelector<HTMLSelectElement>('[name="language"]')?.value as SampleLanguage;
    if (first === undefined || second === undefined) return;
    const { settings } = this;
    const sample = await writeSample(language, {
      settings,
      pair: { primary: first.bytes, secondary: second.bytes },
      primaryFile: first.name,
      secondaryFile: second.name,
    });
    this.fill('[data-body="code"]', sample);
    const curlNote = settings.accessKeyId === '' ? this.text.curlUnsigned : this.text.curlNote;
    this.fill('.code-note', language === 'curl' ? curlNote : this.text.sampleNote);
  }

  private async copy(button: HTMLButtonElement | null): Promise<void> {
    const source = this.querySelector(`[data-body="${button?.dataset['from'] ?? ''}"]`);
    await navigator.clipboard.writeText(source?.textContent ?? '');
    if (button === null) return;
    button.textContent = this.text.copied;
    setTimeout(() => (button.textContent = this.text.copy), 1500);
  }

  private busy(busy: boolean): void {
    const button = this.querySelector<HTMLButtonElement>('button[type="submit"]');
    if (button === null) return;
    button.disabled = busy;
    button.textContent = busy ? this.text.comparing : this.text.compare;
  }

  private complain(problem: string): void {
    this.fill('.form-problem', problem);
  }

  private fill(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element !== null) element.textContent = text;
  }
}

/** Whether the page itself can answer: an engine elsewhere decodes for itself, a made-up score needs no decoding. */
async function canBeScored({ target, scoring }: ConsoleSettings, pair: PicturePair): Promise<boolean> {
  if (target !== 'mock' || scoring === 'made-up') return true;
  const wrong = [
    checkPicture(pair.primary, { which: 'primary' }),
    checkPicture(pair.secondary, { which: 'secondary' }),
  ];
  if (wrong.some((check) => !check.ok)) return true;
  const rasters = [await decodeInBrowser(pair.primary, 'shrink'), await decodeInBrowser(pair.secondary, 'shrink')];
  return rasters.every((raster) => raster !== undefined);
}

/** Makes both elements known to the page. */
export function defineConsole(): void {
  customElements.define('semblance-slot', PictureSlotElement);
  customElements.define('semblance-console', ConsoleElement);
}
