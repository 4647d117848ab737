import type { Readable } from 'node:stream';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import type { ByteBudget } from './byte-budget.ts';
import { GrowingBytes } from '../../growing-bytes.ts';
import { finePiecesDetail, isInFinePieces } from './fine-pieces.ts';

/** Limits of a body. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly budget: ByteBudget;
}

/** A body in memory; `release` gives its bytes back, to the budget and to the machine: the body is then empty. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/** The body, or the failure with the part that had arrived. */
export type BodyReading =
  | { readonly ok: true; readonly value: Body }
  | { readonly ok: false; readonly failure: Failure; readonly partial: Uint8Array };

/** Bytes kept of a refused body, to determine the format of the answer. */
const partialBytes = 16_384;
/** Time to wait for the beginning of a body that is refused for its declared length. */
const beginningMs = 500;

/**
 * Reads a whole body, limited in bytes and time. Bytes beyond the limit are left unread: the caller answers, then drains or closes.
 * @param declaredBytes  value of Content-Length, if there is one.
 */
export async function readBody(
  stream: Readable,
  declaredBytes: number | undefined,
  limits: BodyLimits,
): Promise<BodyReading> {
  if (declaredBytes !== undefined && declaredBytes > limits.maxBytes)
    return { ...tooLarge(limits.maxBytes), partial: await beginningOf(stream) };

  return new Promise((resolve) => {
    new BodyReader({ stream, declaredBytes, limits }, resolve).start();
  });
}

function beginningOf(stream: Readable): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const finish = (chunk?: Buffer): void => {
      clearTimeout(timer);
      stream.off('data', finish);
      stream.pause();
      resolve(chunk?.subarray(0, partialBytes) ?? new Uint8Array());
    };
    const timer = setTimeout(finish, beginningMs);
    stream.on('data', finish);
    stream.once('end', () => finish());
    stream.once('close', () => finish());
  });
}

/** The refusal of a body over its limit. */
export function tooLarge(maxBytes: number): { readonly ok: false; readonly failure: Failure } {
  return fail('body-too-large', { detail: `The request body has more than ${maxBytes} bytes.` });
}

interface IncomingBody {
  readonly stream: Readable;
  readonly declaredBytes: number | undefined;
  readonly limits: BodyLimits;
}

class BodyReader {
  readonly #stream: Readable;
  readonly #limits: BodyLimits;
  readonly #resolve: (result: BodyReading) => void;
  readonly #body: GrowingBytes;
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ stream, declaredBytes, limits }: IncomingBody, resolve: (result: BodyReading) => void) {
    this.#stream = stream;
    this.#limits = limits;
    this.#body = new GrowingBytes(declaredBytes);
    this.#resolve = resolve;
  }

  start(): void {
    if (isInFinePieces(this.#stream)) return this.#broken();
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
      this.#body.add(chunk);
    } else {
      this.#settle(
        fail('overloaded', { retryAfterMs: 1000, detail: 'The engine is receiving as much as it can hold.' }),
      );
    }
  };

  readonly #end = (): void => {
    const held = this.#bytes;
    this.#bytes = 0;
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      this.#limits.budget.give(held);
      this.#body.release();
    };
    this.#settle({ ok: true, value: { bytes: this.#body.bytes, release } });
  };

  readonly #broken = (): void =>
    this.#settle(
      isInFinePieces(this.#stream)
        ? fail('request-malformed', { detail: finePiecesDetail })
        : fail('body-incomplete', { detail: 'The request body broke off.' }),
    );

  #settle(result: Result<Body, Failure>): void {
    clearTimeout(this.#timer);
    this.#stream.off('data', this.#take);
    this.#stream.off('end', this.#end);
    this.#stream.off('error', this.#broken);
    this.#stream.off('close', this.#broken);
    this.#limits.budget.give(this.#bytes);
    this.#bytes = 0;
    if (result.ok) return this.#resolve(result);
    const partial = Uint8Array.from(this.#body.bytes.subarray(0, partialBytes));
    this.#body.release();
    this.#resolve({ ...result, partial });
  }
}
