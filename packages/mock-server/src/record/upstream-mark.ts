/** Marks requests of the mock to an upstream, so that its MSW handlers pass them through. */
export const upstreamMark = 'x-mock-upstream';
