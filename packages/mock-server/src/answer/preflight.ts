/** Headers of the answer to a preflight request, with status 204. Pages of any origin may call the service, as with the real gateway. */
export const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '600',
} as const;
