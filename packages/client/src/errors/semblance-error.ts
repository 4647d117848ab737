import type { Retry } from '@semblance/spec/error-policy';

/** What kind of failure an error of this package is. */
export type ErrorKind =
  | 'api'
  | 'answer'
  | 'configuration'
  | 'credentials'
  | 'network'
  | 'picture-input'
  | 'time-out'
  | 'upload';

/** Registered globally, so that a guard of one copy of this package knows the errors of another copy. */
const mark: unique symbol = Symbol.for('@semblance/client/error') as never;

/** Which of the two pictures an error speaks of. */
export type PictureRole = 'primary' | 'secondary';

/** What an error knows besides its code and message. */
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

/** Base class of every error this package throws, an abort by the caller excepted. */
export abstract class SemblanceError<Code extends string = string> extends Error {
  /** Literal: comparing it narrows the error's type. */
  readonly code: Code;
  /** HTTP status of the answer; `undefined` when there was none. */
  readonly httpStatus: number | undefined;
  /** The server's name for the request, to be quoted when asking for help. */
  readonly requestId: string | undefined;
  /** What the contract says about sending the same request again. */
  readonly retry: Retry;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Page that explains the code. */
  readonly docsUrl: string | undefined;
  /** The picture that is at fault; `undefined` when none is, or when nobody knows which. */
  readonly picture: PictureRole | undefined;
  /** Path or name of that picture, if it was given as a file. */
  readonly file: string | undefined = undefined;
  /** What exactly is wrong and what to do: as the server says, or else as the client's own check of the pictures does. */
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
