import type { Diagnosis, WorkedStep } from '@semblance/signing/doctor';
import { errorPageUrl } from '@semblance/spec/error-policy';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { labText } from './lab-text.ts';
import type { LabText } from './lab-text.ts';
import { takeHandedOver } from '../site/handed-over.ts';
import { examine } from './examine.ts';
import { labSample, labSamples } from './lab-samples.ts';
import { readPastedRequest } from './pasted-request.ts';

/** Examines the pasted request and shows what it found. */
export class LabElement extends HTMLElement {
  private get locale(): Locale {
    return this.dataset['locale'] === 'zh' ? 'zh' : 'en';
  }

  private get text(): LabText {
    return labText[this.locale];
  }

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.examineForm(form);
    });
    const handedOver = takeHandedOver();
    if (handedOver !== undefined) setValue(form, 'request', handedOver);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-sample]'))
      button.addEventListener('click', () => void this.useSample(form, button.dataset['sample'] ?? ''));
  }

  private async useSample(form: HTMLFormElement, wanted: string): Promise<void> {
    const name = labSamples.find((sample) => sample === wanted);
    if (name === undefined) return;
    const { text, accessKeySecret } = await labSample(name);
    setValue(form, 'request', text);
    setValue(form, 'secret', accessKeySecret);
    await this.examineForm(form);
  }

  private async examineForm(form: HTMLFormElement): Promise<void> {
    const value = (name: string): string => String(new FormData(form).get(name) ?? '');
    const pasted = readPastedRequest(value('request'));
    if (!pasted.ok) return this.complain(this.text.problems[pasted.problem]);
    if (value('secret') === '') return this.complain(this.text.problems.secret);
    this.complain('');
    const { diagnosis, steps } = await examine(pasted.request, {
      accessKeySecret: value('secret'),
      securityToken: value('token'),
      canonicalRequest: value('canonicalRequest'),
      stringToSign: value('stringToSign'),
      ignoreClock: new FormData(form).has('ignoreClock'),
    });
    this.showDiagnosis(diagnosis);
    this.showSteps(steps);
  }

  private complain(problem: string): void {
    this.fill('.form-problem', problem);
    const result = this.querySelector<HTMLElement>('.lab-result');
    if (result !== null) result.hidden = problem !== '';
  }

  private showDiagnosis({ cause, certainty, text, code, firstDifference }: Diagnosis): void {
    const words = this.text;
    this.querySelector('.verdict')?.setAttribute('data-accepted', String(cause === 'accepted'));
    this.fill(
      '.verdict-cause',
      cause === 'accepted' ? text[this.locale] : `${words.certainty[certainty]} · ${text[this.locale]}`,
    );
    this.fill('.verdict-code', code === undefined ? words.accepted : `${words.answeredWith} `);
    if (code !== undefined) this.querySelector('.verdict-code')?.append(codeLink(code, this.locale));
    this.querySelector('.lab-difference')?.toggleAttribute('hidden', firstDifference === undefined);
    for (const part of ['part', 'received', 'signed'] as const)
      this.fill(`[data-difference="${part}"]`, firstDifference?.[part] ?? '');
  }

  private showSteps(steps: readonly WorkedStep[] | undefined): void {
    this.fill('.lab-steps-lead', steps === undefined ? this.text.noSteps : this.text.stepsLead);
    const items = (steps ?? []).map((step) => {
      const item = document.createElement('li');
      const title = document.createElement('h4');
      title.textContent = step.title[this.locale];
      const result = document.createElement('pre');
      result.className = 'result';
      result.tabIndex = 0;
      result.dataset['step'] = step.id;
      result.textContent = step.text === '' ? this.text.emptyStep : step.text;
      item.append(title, result);
      return item;
    });
    this.querySelector('.lab-steps')?.replaceChildren(...items);
  }

  private fill(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element !== null) element.textContent = text;
  }
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) control.value = value;
}

function codeLink(code: NonNullable<Diagnosis['code']>, locale: Locale): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = localizedPath(locale, new URL(errorPageUrl(code)).pathname);
  link.textContent = code;
  return link;
}
