import { capitalised, decisiveWords, verdictOf } from '@semblance/engine/evidence';
import { errorPageUrl, isErrorCode } from '@semblance/spec/error-policy';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { bothFormats } from './both-formats.ts';
import { consoleText } from './console-text.ts';
import type { ConsoleText } from './console-words.ts';
import { highlightInto } from './highlight.ts';
import { requestText } from './request-text.ts';
import { approximateBound, possibleVerdicts } from './score-bound.ts';
import type { ConsoleOutcome } from './send-comparison.ts';
import type { ConsoleState, Fault, Phase } from './state.ts';

/** Element and language in which a part of the console is shown. */
export interface Place {
  readonly root: HTMLElement;
  readonly locale: Locale;
}

/** Shows the progress of a comparison, and its answer when there is one. */
export function showAnswer({ root, locale }: Place, state: ConsoleState): void {
  const text = consoleText[locale];
  const { phase } = state;
  const section = root.querySelector<HTMLElement>('.console-answer');
  if (section !== null) {
    const isMadeUp = state.settings.target === 'page' && state.settings.scoring === 'made-up';
    section.dataset['phase'] = phase.kind;
    section.dataset['kind'] = phase.kind === 'answered' ? phase.outcome.kind : '';
    section.dataset['scoring'] = isMadeUp ? 'made-up' : 'computed';
  }
  const progress = root.querySelector('progress');
  if (progress !== null && phase.kind === 'loading') {
    progress.max = phase.progress.totalBytes;
    progress.value = phase.progress.loadedBytes;
  }
  fill(root, '.answer-status', statusOf(phase, text));
  fill(root, '.answer-help', phase.kind === 'failed' ? faultHelp(phase.fault, text) : '');
  if (phase.kind === 'answered') showOutcome({ root, locale }, phase, state);
  else clearOutcome(root);
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function statusOf(phase: Phase, text: ConsoleText): string {
  switch (phase.kind) {
    case 'idle':
      return phase.wasEdited ? text.changed : text.resultIdle;
    case 'checking':
      return text.checking;
    case 'loading':
      return text.loading
        .replace('{loaded}', megabytes(phase.progress.loadedBytes))
        .replace('{total}', megabytes(phase.progress.totalBytes));
    case 'comparing':
      return text.comparing;
    case 'answered':
      return '';
    case 'failed':
      return faultWords(phase.fault, text);
  }
}

function faultWords(fault: Fault, text: ConsoleText): string {
  return fault.kind === 'obstacle' ? text.obstacles[fault.obstacle] : text.faults[fault.kind].what;
}

function faultHelp(fault: Fault, text: ConsoleText): string {
  return fault.kind === 'obstacle' ? '' : `${text.faults[fault.kind].help} (${fault.detail})`;
}

const outcomeParts = ['.score-number', '.result-code', '.result-words', '.result-help', '.result-note', '.result-time'];

function clearOutcome(root: HTMLElement): void {
  for (const selector of outcomeParts) fill(root, selector, '');
  for (const name of ['request', 'headers']) fill(root, `[data-body="${name}"]`, '');
  for (const format of ['json', 'xml'] as const) {
    highlight(root, format, '');
    fill(root, `[data-origin="${format}"]`, '');
  }
  root.querySelector('.score-value')?.setAttribute('stroke-dasharray', '0 100');
  root.querySelector('.result-link')?.toggleAttribute('hidden', true);
}

function showOutcome(
  { root, locale }: Place,
  { outcome, settings }: Extract<Phase, { kind: 'answered' }>,
  { seen }: ConsoleState,
): void {
  const text = consoleText[locale];
  clearOutcome(root);
  const madeUp = settings.target === 'page' && settings.scoring === 'made-up';
  if (outcome.kind === 'score') {
    const isApproximate = settings.target === 'page' && typeof seen === 'object' && seen.isApproximate && !madeUp;
    const words = caseWords(seen, locale) ?? verdictWords(outcome.score, isApproximate, text);
    showScore(root, outcome.score, madeUp ? '' : words);
    const note = isApproximate ? text.approximate.replace('{bound}', String(approximateBound)) : '';
    fill(root, '.result-note', madeUp ? text.mockScore : note);
  } else {
    showFailure({ root, locale }, outcome, settings.target);
  }
  const durationMs = outcome.exchange?.answer === undefined ? undefined : Math.round(outcome.exchange.durationMs);
  const took = durationMs === undefined ? '' : text.took.replace('{ms}', durationMs.toLocaleString('en'));
  fill(root, '.result-time', took);
  showExchange({ root, locale }, outcome);
}

/** The case, where what differs or a part that was found decided; undefined where the score's verdict says it all, or another engine has judged. */
function caseWords(seen: ConsoleState['seen'], locale: Locale): string | undefined {
  const comparison = typeof seen === 'object' && seen.score !== undefined ? seen.explanation.comparison : undefined;
  const words = comparison === undefined ? undefined : decisiveWords(comparison);
  return words === undefined ? undefined : capitalised(words[locale]);
}

function verdictWords(score: number, isApproximate: boolean, text: ConsoleText): string {
  const possible = isApproximate ? possibleVerdicts(score) : [verdictOf(score)];
  return possible.map(({ name }) => text.verdicts[name]).join(text.or);
}

function showScore(root: HTMLElement, score: number, words: string): void {
  fill(root, '.score-number', score === 1 ? '1' : score.toFixed(3));
  fill(root, '.result-words', words);
  root.querySelector('.score-value')?.setAttribute('stroke-dasharray', `${score * 100} 100`);
}

function showFailure(
  { root, locale }: Place,
  outcome: Extract<ConsoleOutcome, { kind: 'failure' }>,
  target: 'page' | 'engine' | 'cloud',
): void {
  const text = consoleText[locale];
  fill(root, '.result-code', outcome.code);
  fill(root, '.result-words', outcome.message);
  const link = root.querySelector<HTMLAnchorElement>('.result-link');
  if (link !== null) {
    link.hidden = !isErrorCode(outcome.code);
    if (isErrorCode(outcome.code)) link.href = localizedPath(locale, new URL(errorPageUrl(outcome.code)).pathname);
  }
  const isUnreached = !outcome.fromServer && outcome.exchange !== undefined && outcome.exchange.answer === undefined;
  fill(root, '.result-help', isUnreached ? text.unreached[target] : '');
}

function showExchange({ root, locale }: Place, { exchange }: ConsoleOutcome): void {
  const text = consoleText[locale];
  const both = exchange?.answer === undefined ? undefined : bothFormats(exchange.answer.text);
  for (const format of ['json', 'xml'] as const) {
    highlight(root, format, both?.[format] ?? '');
    const origin = both === undefined ? '' : both.received === format ? text.asReceived : text.otherFormat;
    fill(root, `[data-origin="${format}"]`, origin);
  }
  const answer = exchange?.answer;
  const headers = answer?.headers.map(([name, value]) => `${name}: ${value}`) ?? [];
  fill(root, '[data-body="headers"]', answer === undefined ? '' : [`HTTP ${answer.status}`, ...headers].join('\n'));
  fill(root, '[data-body="request"]', exchange === undefined ? '' : requestText(exchange.request));
}

function highlight(root: HTMLElement, format: 'json' | 'xml', code: string): void {
  const element = root.querySelector<HTMLElement>(`[data-body="${format}"]`);
  if (element !== null) void highlightInto(element, code, format);
}

function fill(root: HTMLElement, selector: string, words: string): void {
  const element = root.querySelector(selector);
  if (element !== null && element.textContent !== words) element.textContent = words;
}
