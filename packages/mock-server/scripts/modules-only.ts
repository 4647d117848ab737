/** Loaded by `require('@semblance/mock-server')` where modules cannot be required: a helpful message instead of a syntax error. */
throw new Error(
  [
    "'@semblance/mock-server' holds handlers for MSW, which has ES modules only since version 3, and they cannot be required here.",
    "In CommonJS tests (jest as it comes) require '@semblance/mock-server/server' and '…/mock', or run jest with modules:",
    'see "In jest" in the README of @semblance/mock-server.',
  ].join('\n'),
);
