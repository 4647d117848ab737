import { verdictOf } from '@semblance/engine/evidence';
import { errorPageUrl, isErrorCode } from '@semblance/spec/error-policy';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { consoleText } from '../text/console.ts';
import { bothFormats } from './both-formats.ts';
import { requestText } from './request-text.ts';
import type { Outcome } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';

/** What the result is shown in, and for whom. */
export interface ResultPlace {
  readonly root: HTMLElement;
  readonly locale: Locale;
}

/** Shows how a comparison ended: the score or the code, the time, and what went over the wire. */
export function showOutcome({ root, locale }: ResultPlace, outcome: Outcome, settings: ConsoleSettings): void {
  const text = consoleText[locale];
  root.dataset['kind'] = outcome.kind;
  const madeUp = settings.target === 'mock' && settings.scoring === 'made-up';
  root.dataset['scoring'] = madeUp ? 'made-up' : 'computed';
  if (outcome.kind === 'score')
    showScore(root, outcome.score, madeUp ? '' : text.verdicts[verdictOf(outcome.score).name]);
  else showFailure({ root, locale }, outcome);
  const durationMs = outcome.exchange?.answer === undefined ? undefined : Math.round(outcome.exchange.durationMs);
  fill(
    root,
    '.result-time',
    durationMs === undefined ? '' : text.took.replace('{ms}', durationMs.toLocaleString('en')),
  );
  fill(root, '.result-note', outcome.kind === 'score' && madeUp ? text.mockScore : '');
  showExchange({ root, locale }, outcome);
}

function showScore(root: HTMLElement, score: number, verdict: string): void {
  fill(root, '.score-number', score.toFixed(score === 1 ? 0 : 3));
  fill(root, '.result-words', verdict);
  root.querySelector('.score-value')?.setAttribute('stroke-dasharray', `${score * 100} 100`);
}

function showFailure({ root, locale }: ResultPlace, outcome: Extract<Outcome, { kind: 'failure' }>): void {
  const text = consoleText[locale];
  fill(root, '.result-code', outcome.code);
  fill(root, '.result-words', outcome.message);
  const link = root.querySelector<HTMLAnchorElement>('.result-link');
  if (link !== null) {
    link.hidden = !isErrorCode(outcome.code);
    if (isErrorCode(outcome.code)) link.href = localizedPath(locale, new URL(errorPageUrl(outcome.code)).pathname);
  }
  fill(root, '.result-help', outcome.fromServer ? '' : `${text.notFromServer} ${text.corsHelp}`);
}

function showExchange({ root, locale }: ResultPlace, { exchange }: Outcome): void {
  const text = consoleText[locale];
  const both = exchange?.answer === undefined ? undefined : bothFormats(exchange.answer.text);
  for (const format of ['json', 'xml'] as const) {
    fill(root, `[data-body="${format}"]`, both?.[format] ?? '');
    fill(
      root,
      `[data-origin="${format}"]`,
      both === undefined ? '' : both.received === format ? text.asReceived : text.otherFormat,
    );
  }
  const answer = exchange?.answer;
  const headers = answer?.headers.map(([name, value]) => `${name}: ${value}`) ?? [];
  fill(root, '[data-body="headers"]', answer === undefined ? '' : [`HTTP ${answer.status}`, ...headers].join('\n'));
  fill(root, '[data-body="request"]', exchange === undefined ? '' : requestText(exchange.request));
}

function fill(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element !== null) element.textContent = text;
}
