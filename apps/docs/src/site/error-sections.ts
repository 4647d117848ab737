import type { ErrorEntry } from '@semblance/spec/error-catalog';
import type { Locale } from './locale.ts';
import { errorPageText } from '../text/error-page.ts';

/** A heading of a page: its anchor and its words. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

const callOnly = new Set(['reproduce', 'handle']);

/** Headings of the page of `entry`, in order; an upload code has none about calling the action. */
export function errorSections(entry: ErrorEntry, locale: Locale): readonly Section[] {
  const text = errorPageText[locale];
  const all: readonly Section[] = [
    { id: 'meaning', title: text.meaning },
    { id: 'trigger', title: text.trigger },
    { id: 'fix', title: text.fix },
    { id: 'retry', title: text.retry },
    { id: 'answer', title: text.answer },
    { id: 'reproduce', title: text.reproduce },
    { id: 'handle', title: text.handle },
    { id: 'related', title: text.related },
  ];
  return entry.family === 'upload' ? all.filter(({ id }) => !callOnly.has(id)) : all;
}
