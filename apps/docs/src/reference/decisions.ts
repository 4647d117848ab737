import { decisionsInChinese } from '../text/decisions.ts';
import type { DecisionText } from '../text/decisions.ts';
import type { Locale } from '../site/locale.ts';

/** A decision of the project, ready to be shown. */
export interface Decision extends DecisionText {
  readonly number: number;
  /** File in the repository's folder of decisions. */
  readonly file: string;
  /** The language the text is in; English where a translation is still to come. */
  readonly language: Locale;
}

const files = import.meta.glob<string>('../../../../decisions/[0-9]*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every decision in order, in `locale` where it is translated. */
export function decisionsIn(locale: Locale): readonly Decision[] {
  return Object.entries(files).map(([path, text]) => {
    const file = path.replace(/^.*\//u, '');
    const number = Number(file.slice(0, 4));
    const translated = locale === 'zh' ? decisionsInChinese[number] : undefined;
    return { number, file, language: translated === undefined ? 'en' : locale, ...(translated ?? readDecision(text)) };
  });
}

/** Title and choice of a decision's file; line breaks inside a paragraph do not count. */
export function readDecision(text: string): DecisionText {
  const title = /^# \d+\. (?<title>.+)$/mu.exec(text)?.groups?.['title'] ?? '';
  const choice = /\*\*Choice\.\*\*\s(?<choice>[^]*?)(?=\n\n)/u.exec(text)?.groups?.['choice'] ?? '';
  return { title, choice: choice.replaceAll('\n', ' ') };
}
