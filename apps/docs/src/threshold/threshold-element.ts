import { thresholdText } from './threshold-text.ts';
import type { ThresholdText } from './threshold-text.ts';
import { bestBand, bestThreshold, thresholdCurve } from './costs.ts';
import type { Costs } from './costs.ts';
import { costPlot } from './cost-plot.ts';
import { readPairs } from './read-pairs.ts';
import type { ReadPairs } from './read-pairs.ts';

/** Pairs of each kind below which the choice is marked as unreliable. */
const enoughPairs = 100;

/** Reads labelled pairs and shows the curve, the cheapest threshold and the review band; no data leaves the page. */
export class ThresholdElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('input', () => this.update(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    this.querySelector('[data-action="example"]')?.addEventListener('click', () => void this.loadExample(form));
    this.querySelector<HTMLInputElement>('input[type="file"]')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.loadFile(target, form);
    });
  }

  private get text(): ThresholdText {
    return thresholdText[this.dataset['locale'] === 'zh' ? 'zh' : 'en'];
  }

  private async loadExample(form: HTMLFormElement): Promise<void> {
    const response = await fetch('/score/example-pairs.csv');
    this.fill(form, await response.text());
  }

  private async loadFile(input: HTMLInputElement, form: HTMLFormElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file !== undefined) this.fill(form, await file.text());
  }

  private fill(form: HTMLFormElement, text: string): void {
    const area = form.querySelector('textarea');
    if (area !== null) area.value = text;
    this.update(form);
  }

  private update(form: HTMLFormElement): void {
    const data = new FormData(form);
    const read = readPairs(String(data.get('pairs') ?? ''));
    const costs = this.costsOf(data, read);
    const usable = read.pairs.some(({ match }) => match) && read.pairs.some(({ match }) => !match);
    this.say(
      '.threshold-read',
      read.pairs.length === 0 && read.unread.length === 0 ? '' : this.readWords(read, usable),
    );
    const result = this.querySelector<HTMLElement>('.threshold-result');
    if (result === null) return;
    result.hidden = !usable;
    if (usable) this.show(read, costs);
  }

  private costsOf(data: FormData, { pairs }: ReadPairs): Costs {
    const value = (name: string): number => Math.max(0, Number(data.get(name) ?? 0));
    const share = String(data.get('matchShare') ?? '').trim();
    const own = pairs.filter(({ match }) => match).length / Math.max(1, pairs.length);
    return {
      falseMatch: value('falseMatch'),
      missedMatch: value('missedMatch'),
      review: value('review'),
      matchShare: share === '' ? own : Math.min(1, Math.max(0, Number(share) / 100)),
    };
  }

  private readWords({ pairs, unread }: ReadPairs, usable: boolean): string {
    const matches = pairs.filter(({ match }) => match).length;
    const parts = [this.text.read(matches, pairs.length - matches)];
    if (unread.length > 0) parts.push(this.text.unread(unread.slice(0, 5).join(', '), unread.length));
    if (!usable) parts.push(this.text.needBoth);
    else if (Math.min(matches, pairs.length - matches) < enoughPairs) parts.push(this.text.few(enoughPairs));
    return parts.join(this.text.pause);
  }

  private show({ pairs }: ReadPairs, costs: Costs): void {
    const curve = thresholdCurve(pairs, costs);
    const best = bestThreshold(curve);
    const band = bestBand(pairs, costs);
    if (best === undefined) return;
    this.say('.threshold-best strong', best.threshold.toFixed(2));
    this.say('.threshold-best-words', this.text.bestWords(best));
    this.say('.threshold-band', band.from === band.to ? this.text.noBand : this.text.bandWords(band));
    this.querySelector('.threshold-plot')?.replaceChildren(
      costPlot(curve, { best: best.threshold, band: [band.from, band.to], label: this.text.plotAlt }),
    );
  }

  private say(selector: string, words: string): void {
    const place = this.querySelector(selector);
    if (place !== null) place.textContent = words;
  }
}
