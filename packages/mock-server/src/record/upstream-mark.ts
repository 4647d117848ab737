/** Marks what the mock itself sends to an upstream, so that its MSW handlers let it out. */
export const upstreamMark = 'x-mock-upstream';
