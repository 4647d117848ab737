/**
 * How long an answer asks to wait: the gateway's `x-acs-retry-after` in milliseconds, otherwise `Retry-After` in seconds or as a date.
 * @returns milliseconds, 0 or more; `undefined` when the answer does not say.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, nowMs: number): number | undefined {
  const precise = headers.get('x-acs-retry-after');
  if (precise !== null && /^\d+$/.test(precise)) return Number(precise);
  const standard = headers.get('retry-after');
  if (standard === null) return undefined;
  if (/^\d+$/.test(standard)) return Number(standard) * 1000;
  const date = Date.parse(standard);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
