import type { Readable } from 'node:stream';
import { fail, type Failure } from '../failure.ts';
import type { Result } from '../result.ts';
import type { ByteBudget } from './byte-budget.ts';

/** Bounds on a body. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly budget: ByteBudget;
}

/** A body in memory; `release` gives its bytes back to the budget. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/**
 * Reads a whole body, bounded in bytes and time. Whatever arrives beyond the bound is left unread: the caller answers,
 * then drains or closes.
 * @param declaredBytes  value of Content-Length, if there is one.
 */
export async function readBody(
  stream: Readable,
  declaredBytes: number | undefined,
  limits: BodyLimits,
): Promise<Result<Body, Failure>> {
  if (declaredBytes !== undefined && declaredBytes > limits.maxBytes) return tooLarge(limits.maxBytes);
  return new Promise((resolve) => {
    new BodyReader(stream, limits, resolve).start();
  });
}

/** The refusal of a body beyond its bound. */
export function tooLarge(maxBytes: number): { readonly ok: false; readonly failure: Failure } {
  return fail('body-too-large', { detail: `The request body has more than ${maxBytes} bytes.` });
}

class BodyReader {
  readonly #stream: Readable;
  readonly #limits: BodyLimits;
  readonly #resolve: (result: Result<Body, Failure>) => void;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: Readable, limits: BodyLimits, resolve: (result: Result<Body, Failure>) => void) {
    this.#stream = stream;
    this.#limits = limits;
    this.#resolve = resolve;
  }

  start(): void {
    const seconds = this.#limits.timeoutMs / 1000;
    const late = { detail: `The request body was not complete within ${seconds} seconds.` };
    this.#timer = setTimeout(() => this.#settle(fail('transfer-timed-out', late)), this.#limits.timeoutMs);
    this.#stream.on('data', this.#take);
    this.#stream.once('end', this.#end);
    this.#stream.once('error', this.#broken);
    this.#stream.once('close', this.#broken);
  }

  readonly #take = (chunk: Buffer): void => {
    if (this.#bytes + chunk.length > this.#limits.maxBytes) {
      this.#settle(tooLarge(this.#limits.maxBytes));
    } else if (this.#limits.budget.take(chunk.length)) {
      this.#bytes += chunk.length;
      this.#chunks.push(chunk);
    } else {
      this.#settle(
        fail('overloaded', { retryAfterMs: 1000, detail: 'The engine is receiving as much as it can hold.' }),
      );
    }
  };

  readonly #end = (): void => {
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks, this.#bytes);
    const held = this.#bytes;
    this.#bytes = 0;
    let released = false;
    const release = (): void => {
      if (!released) this.#limits.budget.give(held);
      released = true;
    };
    this.#settle({ ok: true, value: { bytes, release } });
  };

  readonly #broken = (): void => this.#settle(fail('body-incomplete', { detail: 'The request body broke off.' }));

  #settle(result: Result<Body, Failure>): void {
    clearTimeout(this.#timer);
    this.#stream.off('data', this.#take);
    this.#stream.off('end', this.#end);
    this.#stream.off('error', this.#broken);
    this.#stream.off('close', this.#broken);
    this.#limits.budget.give(this.#bytes);
    this.#bytes = 0;
    this.#chunks.length = 0;
    this.#resolve(result);
  }
}
