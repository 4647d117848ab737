import type { Locale } from '../site/locale.ts';
import { referenceText } from '../text/reference.ts';

/** A heading of a page: its anchor and its words. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/** Headings of the reference of the action, in order. */
export function referenceSections(locale: Locale): readonly Section[] {
  const text = referenceText[locale];
  return [
    { id: 'parameters', title: text.parameters },
    { id: 'samples', title: text.samples },
    { id: 'success', title: text.success },
    { id: 'failure', title: text.failure },
    { id: 'codes', title: text.code },
    { id: 'access-denied', title: text.accessDenied },
    { id: 'pictures', title: text.pictures },
    { id: 'routing', title: text.routing },
    { id: 'formats', title: text.formats },
    { id: 'request', title: text.request },
  ];
}
