import { StartCancelledError } from '../config/start-error.ts';

/** A part with a start and an end. */
export interface Part<Value> {
  /** Name for messages about a failed end. */
  readonly name: string;
  readonly begin: () => Promise<Value> | Value;
  /** Undoes `begin`. */
  readonly end: (value: Value) => Promise<void> | void;
  /** Time limit of `end`, after which the parts below it are ended anyway. */
  readonly endMs?: number;
  /** Like `end`, synchronously, for a process that exits now. */
  readonly abandon?: (value: Value) => void;
}

/** Inputs and callbacks of a lifecycle. */
export interface LifecycleOptions {
  /** Cancels the start: no further part begins. */
  readonly signal?: AbortSignal | undefined;
  /** Called for parts that failed to end, or not in time. */
  readonly onFault?: (name: string, cause: unknown) => void;
}

interface Started {
  readonly name: string;
  readonly end: () => Promise<void> | void;
  readonly endMs: number;
  readonly abandon: () => void;
}

const defaultEndMs = 1000;

/** Starts parts in order and ends all of them in reverse order, even if one fails to end. */
export class Lifecycle {
  readonly #started: Started[] = [];
  readonly #options: LifecycleOptions;
  #ending: Promise<void> | undefined;

  constructor(options: LifecycleOptions = {}) {
    this.#options = options;
  }

  /** Starts a part. @failure what `begin` throws; `StartCancelledError` when the start was cancelled. */
  async start<Value>({ name, begin, end, endMs = defaultEndMs, abandon }: Part<Value>): Promise<Value> {
    this.#refuseCancelled();
    const value = await begin();
    this.#started.push({ name, end: () => end(value), endMs, abandon: () => abandon?.(value) });
    this.#refuseCancelled();
    return value;
  }

  /** Waits for an event during the start, until the start is cancelled. */
  async reached<Value>(event: Promise<Value>): Promise<Value> {
    const { signal } = this.#options;
    if (signal === undefined) return event;
    this.#refuseCancelled();
    const { promise, reject } = Promise.withResolvers<never>();
    const callOff = (): void => reject(new StartCancelledError());
    signal.addEventListener('abort', callOff, { once: true });
    return Promise.race([event, promise]).finally(() => signal.removeEventListener('abort', callOff));
  }

  /** Ends every part, the last one first. Never rejects; a repeated call waits for the same end. */
  end(): Promise<void> {
    this.#ending ??= this.#endAll();
    return this.#ending;
  }

  /** Abandons every part synchronously, because the process exits now. */
  abandon(): void {
    for (const part of this.#started.toReversed()) {
      try {
        part.abandon();
      } catch (cause) {
        this.#options.onFault?.(part.name, cause);
      }
    }
  }

  #refuseCancelled(): void {
    if (this.#options.signal?.aborted === true) throw new StartCancelledError();
  }

  async #endAll(): Promise<void> {
    for (const part of this.#started.toReversed()) {
      try {
        await withinMs(part.endMs, async () => part.end());
      } catch (cause) {
        this.#options.onFault?.(part.name, cause);
      }
    }
  }
}

async function withinMs(limitMs: number, work: () => Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it did not end within ${limitMs} ms`)), limitMs);
  try {
    await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
