import type { AnsweredComparison, Comparison } from '../compare/compare.ts';

/** A comparison, and the answer it was read from. */
export interface ComparisonWithResponse {
  readonly data: Comparison;
  /** The answer itself: status, headers, and a body that can be read as text or JSON. */
  readonly response: Response;
  readonly requestId: string;
}

/** A comparison under way. */
export interface ComparePromise extends Promise<Comparison> {
  /** Waits for the answer itself as well. */
  readonly withResponse: () => Promise<ComparisonWithResponse>;
}

/** Makes a promise of the comparison alone that can be asked for the answer too. */
export function comparePromise(work: Promise<AnsweredComparison>): ComparePromise {
  const comparison = work.then((answered) => answered.comparison);
  const withResponse = async (): Promise<ComparisonWithResponse> => {
    // Whoever asks for the answer does not wait for the comparison alone.
    comparison.catch(() => undefined);
    const { comparison: data, answer } = await work;
    const { text, status, headers } = answer;
    return { data, response: new Response(text, { status, headers }), requestId: data.requestId };
  };
  return Object.assign(comparison, { withResponse });
}
