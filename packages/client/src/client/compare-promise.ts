import type { AnsweredComparison, Comparison } from '../compare/compare.ts';

/** A comparison and the HTTP answer it was read from. */
export interface ComparisonWithResponse {
  readonly data: Comparison;
  /** The answer: status, headers, and a body that can be read as text or JSON. */
  readonly response: Response;
  readonly requestId: string;
}

/** Promise of a comparison. */
export interface ComparePromise extends Promise<Comparison> {
  /** Waits for the comparison together with the HTTP answer. */
  readonly withResponse: () => Promise<ComparisonWithResponse>;
}

/** Makes a promise of the comparison with a method that returns the answer too. */
export function comparePromise(work: Promise<AnsweredComparison>): ComparePromise {
  const comparison = work.then((answered) => answered.comparison);
  const withResponse = async (): Promise<ComparisonWithResponse> => {
    // A caller of `withResponse` does not await this promise, whose rejection would otherwise be unhandled.
    comparison.catch(() => undefined);
    const { comparison: data, answer } = await work;
    const { text, status, headers } = answer;
    return { data, response: new Response(text, { status, headers }), requestId: data.requestId };
  };
  return Object.assign(comparison, { withResponse });
}
