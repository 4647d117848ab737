import type { Retry } from '@semblance/spec/error-policy';

/** Kinds of errors of this package. */
export type ErrorKind =
  | 'api'
  | 'answer'
  | 'configuration'
  | 'credentials'
  | 'network'
  | 'picture-input'
  | 'time-out'
  | 'upload';

/** A registered symbol, so that the guards of one copy of this package recognise the errors of another. */
const mark: unique symbol = Symbol.for('@semblance/client/error') as never;

/** Which of the two pictures an error is about. */
export type PictureRole = 'primary' | 'secondary';

/** Facts of an error besides its code and message. */
export interface ErrorFacts {
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retry?: Retry | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly docsUrl?: string | undefined;
  readonly picture?: PictureRole | undefined;
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/** Base class of every error this package throws, except for aborts by the caller. */
export abstract class SemblanceError<Code extends string = string> extends Error {
  /** A literal type: comparing it narrows the error's type. */
  readonly code: Code;
  /** HTTP status of the answer; `undefined` when there was none. */
  readonly httpStatus: number | undefined;
  /** The server's id of the request; quote it when asking for help. */
  readonly requestId: string | undefined;
  /** The contract's rule for sending the same request again. */
  readonly retry: Retry;
  /** Time the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Page that explains the code. */
  readonly docsUrl: string | undefined;
  /** The picture at fault; `undefined` if none is, or if it is unknown which. */
  readonly picture: PictureRole | undefined;
  /** Path or name of that picture if it was given as a file. */
  readonly file: string | undefined = undefined;
  /** What exactly is wrong and what to do, from the server or else from the client's own check of the pictures. */
  readonly detail: string | undefined;

  protected constructor(kind: ErrorKind, identity: { code: Code; message: string }, facts: ErrorFacts = {}) {
    super(identity.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = identity.code;
    this.httpStatus = facts.httpStatus;
    this.requestId = facts.requestId;
    this.retry = facts.retry ?? 'never';
    this.retryAfterMs = facts.retryAfterMs;
    this.docsUrl = facts.docsUrl;
    this.picture = facts.picture;
    this.detail = facts.detail;
    Object.defineProperty(this, mark, { value: kind });
  }

  /** Whether the same request may succeed later. The client has already retried as far as its settings allow. */
  get retryable(): boolean {
    return this.retry === 'retry-after' ? this.retryAfterMs !== undefined : this.retry !== 'never';
  }
}

/** The kind of an error made by any copy of this package; `undefined` for everything else. */
export function errorKind(value: unknown): ErrorKind | undefined {
  return typeof value === 'object' && value !== null ? (value as { [mark]?: ErrorKind })[mark] : undefined;
}
