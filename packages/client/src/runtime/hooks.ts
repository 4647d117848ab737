/** Facts of an attempt. Start and end of an attempt get the same object, so it can be the key of a `WeakMap`. */
export interface AttemptInfo {
  /** The action of the request; `PostObject` for the upload of a picture. */
  readonly action: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly method: 'GET' | 'POST';
  /** Host and port, without the rest of the address, which may contain a signature. */
  readonly host: string;
}

/** Outcome of an attempt. */
export interface AttemptOutcome {
  readonly durationMs: number;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /** The error; absent on success. */
  readonly error?: unknown;
  /** Wait before the next attempt; absent when there is none. */
  readonly retryInMs?: number | undefined;
}

/** Functions called for every attempt, for tracing, metrics and logs. They must not throw. */
export interface Hooks {
  /** Called before an attempt; may add headers such as `traceparent`. */
  readonly attemptStarted?:
    | ((info: AttemptInfo) => { readonly headers?: Readonly<Record<string, string>> | undefined } | undefined | void)
    | undefined;
  /** Called after an attempt, once it is known whether another follows. */
  readonly attemptEnded?: ((info: AttemptInfo, outcome: AttemptOutcome) => void) | undefined;
}
