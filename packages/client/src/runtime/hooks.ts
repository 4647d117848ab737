/** What an attempt is about. The same object is given when the attempt starts and when it ends, so it can key a `WeakMap`. */
export interface AttemptInfo {
  /** The action of the request; `PostObject` for the upload of a picture. */
  readonly action: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly method: 'GET' | 'POST';
  /** Host and port. The address itself is withheld: it may carry a signature. */
  readonly host: string;
}

/** How an attempt ended. */
export interface AttemptOutcome {
  readonly durationMs: number;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /** What it failed with; absent on success. */
  readonly error?: unknown;
  /** How long the client waits before the next attempt; absent when there is none. */
  readonly retryInMs?: number | undefined;
}

/** Functions that watch attempts, for tracing, metrics and logs. They must not throw. */
export interface Hooks {
  /** Called before an attempt; may add headers such as `traceparent`. */
  readonly attemptStarted?:
    | ((info: AttemptInfo) => { readonly headers?: Readonly<Record<string, string>> | undefined } | undefined | void)
    | undefined;
  /** Called after it, once it is known whether another follows. */
  readonly attemptEnded?: ((info: AttemptInfo, outcome: AttemptOutcome) => void) | undefined;
}
