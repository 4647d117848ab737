import type { SignaturePageText } from '../text/signature-pages.ts';
import type { StepId } from '../signing/steps.ts';

/** A heading of a page for its table of contents. */
export interface PageHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** Headings of the page of a signature dialect, in order. */
export function signatureHeadings(text: SignaturePageText, steps: readonly StepId[]): PageHeading[] {
  return [
    { depth: 2, slug: 'try', text: text.tryTitle },
    ...steps.map((id) => ({ depth: 2, slug: id, text: text.steps[id].title })),
    { depth: 2, slug: 'checks', text: text.checks },
    { depth: 2, slug: 'pitfalls', text: text.pitfalls },
  ];
}
