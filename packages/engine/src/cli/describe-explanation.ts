import path from 'node:path';
import { hypothesisWords, liftWords } from '../score/explain/contributions.ts';
import type { Contribution } from '../score/explain/contributions.ts';
import { differenceWords, meaningWords, shareWords } from '../score/explain/difference-words.ts';
import type { Explanation } from '../score/explain/explain-pair.ts';
import { widthOf } from '../score/explain/svg-page.ts';
import { noteLine } from './describe-comparison.ts';
import type { ReportLanguage } from './report-language.ts';

const texts = {
  en: {
    copy: 'same picture: do its points fit?',
    semantic: 'same thing: does it look alike?',
    readAs: 'Read as',
    columns: ['this pair', 'different', 'lift'],
    drawn: 'Drawn in',
    draw: 'Add --out explanation.png to see it drawn.',
    laid: 'Laid over each other',
    colon: ': ',
    stop: '.',
  },
  zh: {
    copy: '同一图片：点是否吻合？',
    semantic: '同一事物：外观是否相似？',
    readAs: '判读为',
    columns: ['本对', '不同图片', '提升'],
    drawn: '已绘制到',
    draw: '加上 --out explanation.png 即可绘图查看。',
    laid: '叠放比对',
    colon: '：',
    stop: '。',
  },
} as const;

/** Width of a text on a terminal in columns; Chinese characters take two. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (widthOf(letter, 1) === 1 ? 2 : 1), 0);
}

const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)));
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - columnsOf(text))) + text;

function row(contribution: Contribution, language: ReportLanguage): string {
  const { words, value, ordinary } = contribution;
  return `      ${padEnd(words[language], 34)}${value.toFixed(2).padStart(9)}${ordinary.toFixed(2).padStart(11)}${liftWords(contribution).padStart(8)}`;
}

/** Lines about differences; none when the reason already mentions them. */
function differenceLines({ comparison, decidedBy }: Explanation, language: ReportLanguage): string[] {
  const { difference } = comparison;
  if (difference === undefined || decidedBy === 'what differs') return [];
  const { laid, colon, stop } = texts[language];
  return [
    `  ${laid}${colon}${differenceWords(difference)[language]}${stop} ${shareWords(difference)[language]}${stop}`,
  ];
}

/** Output of `semblance explain`: the score, what decided it, and the contribution of each kind of evidence. */
export function describeExplanation(
  explanation: Explanation,
  {
    names,
    out,
    language,
  }: { readonly names: readonly [string, string]; readonly out: string | undefined; readonly language: ReportLanguage },
): string {
  const { comparison, because, hypothesis, contributions } = explanation;
  const text = texts[language];
  const rows = (['copy', 'semantic'] as const).flatMap((name) => [
    `    ${text[name]}`,
    ...contributions
      .filter(({ family }) => family === name)
      .toSorted((a, b) => b.lift - a.lift)
      .map((contribution) => row(contribution, language)),
  ]);
  const nameOf = (picture: 'first' | 'second'): string => path.basename(names[picture === 'first' ? 0 : 1]);
  const [pair, different, lift] = text.columns;
  return [
    '',
    `  ${comparison.score.toFixed(4)}  ${meaningWords(comparison)[language]}`,
    ...differenceLines(explanation, language),
    `  ${because[language]}`,
    ...comparison.notes.map((note) => noteLine(note, nameOf(note.picture), language)),
    '',
    `    ${text.readAs} ${hypothesisWords[hypothesis][language]}${text.colon}`,
    `    ${' '.repeat(36)}${padStart(pair, 9)}${padStart(different, 11)}${padStart(lift, 8)}`,
    ...rows,
    '',
    `  ${out === undefined ? text.draw : `${text.drawn} ${out}${text.stop}`}`,
    '',
    '',
  ].join('\n');
}
