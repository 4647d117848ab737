import { parseTimestamp } from './parse-timestamp.ts';
import { defaultWindowMs, refuse } from './verification.ts';
import type { VerificationFailure, VerifyOptions } from './verification.ts';

/** The signing moment in milliseconds, or why it is refused. */
export type TimeCheck =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly failure: VerificationFailure };

/**
 * Checks that the date of a request is well formed and within the window, in the past as in the future.
 * @param name  header or parameter that holds the date, for the message.
 */
export function checkTime(name: string, text: string, options: VerifyOptions): TimeCheck {
  const signedAtMs = parseTimestamp(text);
  if (signedAtMs === undefined)
    return refuse('InvalidTimeStamp.Format', `${name} must read YYYY-MM-DDThh:mm:ssZ, in UTC.`);
  const differenceMs = signedAtMs - options.nowMs;
  const windowMs = options.windowMs ?? defaultWindowMs;
  if (Math.abs(differenceMs) > windowMs) return refuse('InvalidTimeStamp.Expired', skewDetail(name, differenceMs));
  return { ok: true, value: signedAtMs };
}

function skewDetail(name: string, differenceMs: number): string {
  const seconds = Math.round(Math.abs(differenceMs) / 1000);
  return `${name} lies ${seconds} s ${differenceMs < 0 ? 'behind' : 'ahead of'} the server's clock.`;
}
