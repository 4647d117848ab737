import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';

const retryMs = 1000;

/** A value found in a store. */
export function found<Value>(value: Value): Result<Value, Failure> {
  return { ok: true, value };
}

/** The failure of an unreachable store. */
export function storeAway(cause: unknown): Result<never, Failure> {
  return fail('store-away', { retryAfterMs: retryMs, cause });
}
