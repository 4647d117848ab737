import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';

const retryMs = 1000;

/** What a store gave. */
export function found<Value>(value: Value): Result<Value, Failure> {
  return { ok: true, value };
}

/** What it means that a store cannot be asked. */
export function storeAway(cause: unknown): Result<never, Failure> {
  return fail('store-away', { retryAfterMs: retryMs, cause });
}
