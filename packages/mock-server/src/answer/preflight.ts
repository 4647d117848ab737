/** Pages of any origin may call the service, as they may the real gateway. Status 204 goes with it. */
export const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '600',
} as const;
