import { workedInput } from '../site/worked-example.ts';
import type { WorkedInput } from '../site/worked-example.ts';
import { resultsV1, resultsV3 } from './steps.ts';

const datePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/** Recomputes the worked example whenever one of its inputs changes. */
export class SignerElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('input', () => void this.update(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => queueMicrotask(() => void this.update(form)));
    this.querySelector('[data-action="now"]')?.addEventListener('click', () => this.useNow(form));
  }

  private useNow(form: HTMLFormElement): void {
    const input = form.elements.namedItem('date');
    if (input instanceof HTMLInputElement) input.value = new Date().toISOString().replace(/\.\d+/u, '');
    void this.update(form);
  }

  private async update(form: HTMLFormElement): Promise<void> {
    const input = readInput(new FormData(form));
    const problem = this.querySelector('.form-problem');
    if (problem !== null) problem.textContent = input === undefined ? (this.dataset['badDate'] ?? '') : '';
    if (input === undefined) return;
    const results = await (this.dataset['dialect'] === 'V3' ? resultsV3 : resultsV1)(input);
    for (const [step, text] of Object.entries(results)) {
      const place = this.querySelector(`[data-step="${step}"] code`);
      if (place !== null) place.textContent = text;
    }
  }
}

/** The form's values over the example's own; `undefined` for a date that cannot be signed. */
function readInput(data: FormData): WorkedInput | undefined {
  const value = (name: string): string => String(data.get(name) ?? '');
  const date = new Date(value('date'));
  if (!datePattern.test(value('date')) || Number.isNaN(date.getTime()) || value('accessKeySecret') === '')
    return undefined;
  return {
    ...workedInput,
    host: value('host') || workedInput.host,
    key: { accessKeyId: value('accessKeyId'), accessKeySecret: value('accessKeySecret') },
    date,
    nonce: value('nonce'),
    instanceName: value('instanceName'),
  };
}
