import { capitalised, differenceWords, partReason, shareWords } from '@semblance/engine/evidence';
import type { Examination } from '../page-engine/messages.ts';
import type { Locale } from '../site/locale.ts';
import { consoleText } from './console-text.ts';

/** What is told of an explanation. */
export type SeenEvidence = Pick<Examination['explanation'], 'comparison' | 'matches'>;

/** What agrees and what differs, in sentences: how the pictures lie over each other, notes, and points where there are any. */
export function evidenceWordsOf({ comparison, matches }: SeenEvidence, locale: Locale): string {
  const text = consoleText[locale];
  const { difference, part } = comparison;
  const laid = difference === undefined ? [] : [differenceWords(difference)[locale], shareWords(difference)[locale]];
  const found = part === undefined ? [] : [partReason(part)[locale]];
  const points = (matches.length === 0 ? text.evidenceNoPoints : text.evidenceWords)
    .replace('{agreeing}', String(matches.filter(({ agrees }) => agrees).length))
    .replace('{matches}', String(matches.length))
    .replace('{colour}', (Math.min(1, comparison.evidence.semantic.colour) * 100).toFixed(1));
  const notes = comparison.notes.map(({ picture, words }) => `${text.noteOn[picture]}${words[locale]}`);
  const sentences = [...laid, ...found, ...notes].map((words) => `${capitalised(words)}${text.stop}`);
  return [...sentences, points].join(locale === 'en' ? ' ' : '');
}
