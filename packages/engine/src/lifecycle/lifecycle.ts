import { StartCancelledError } from '../config/start-error.ts';

/** A part that can be started and ended. */
export interface Part<Value> {
  /** Its name, for the message when it cannot be ended. */
  readonly name: string;
  readonly begin: () => Promise<Value> | Value;
  /** Undoes `begin`. */
  readonly end: (value: Value) => Promise<void> | void;
  /** How long `end` may take before the parts below it are ended all the same. */
  readonly endMs?: number;
  /** The same at once and without waiting, for a process that ends now. */
  readonly abandon?: (value: Value) => void;
}

/** Inputs and callbacks of a lifecycle. */
export interface LifecycleOptions {
  /** Calls a start off: no further part begins. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of parts that could not be ended, or not in time. */
  readonly onFault?: (name: string, cause: unknown) => void;
}

interface Started {
  readonly name: string;
  readonly end: () => Promise<void> | void;
  readonly endMs: number;
  readonly abandon: () => void;
}

const defaultEndMs = 1000;

/** Parts that start one after the other, and end in the opposite order, each of them even where another one fails to. */
export class Lifecycle {
  readonly #started: Started[] = [];
  readonly #options: LifecycleOptions;
  #ending: Promise<void> | undefined;

  constructor(options: LifecycleOptions = {}) {
    this.#options = options;
  }

  /**
   * Starts a part.
   * @failure what `begin` throws; `StartCancelledError` when the start was called off.
   */
  async start<Value>({ name, begin, end, endMs = defaultEndMs, abandon }: Part<Value>): Promise<Value> {
    this.#refuseCancelled();
    const value = await begin();
    this.#started.push({ name, end: () => end(value), endMs, abandon: () => abandon?.(value) });
    this.#refuseCancelled();
    return value;
  }

  /** Waits for something during the start; stops waiting when the start is called off. */
  async reached<Value>(event: Promise<Value>): Promise<Value> {
    const { signal } = this.#options;
    if (signal === undefined) return event;
    this.#refuseCancelled();
    const { promise, reject } = Promise.withResolvers<never>();
    const callOff = (): void => reject(new StartCancelledError());
    signal.addEventListener('abort', callOff, { once: true });
    return Promise.race([event, promise]).finally(() => signal.removeEventListener('abort', callOff));
  }

  /** Ends every part, the last one first. Never rejects; calling it again waits for the same end. */
  end(): Promise<void> {
    this.#ending ??= this.#endAll();
    return this.#ending;
  }

  /** Does what can be done without waiting, because the process ends now. */
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
