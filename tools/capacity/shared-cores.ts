/** A piece of work that begins. */
export interface Work {
  /** Milliseconds that it takes with cores enough. */
  readonly leftMs: number;
  /** Cores that it keeps busy. */
  readonly cores: number;
}

interface Running {
  leftMs: number;
  readonly cores: number;
  readonly onDone: () => void;
}

/** Cores that all work shares: where more are wanted than there are, everything goes slower alike. Time passes by events. */
export class SharedCores {
  nowMs = 0;
  readonly #cores: number;
  readonly #otherCores: number;
  readonly #running = new Set<Running>();
  #wanted: number;
  #ranMs = 0;
  #couldRunMs = 0;

  /** @param otherCores  wanted by others all the time */
  constructor(cores: number, otherCores: number) {
    this.#cores = cores;
    this.#otherCores = otherCores;
    this.#wanted = otherCores;
  }

  get isBusy(): boolean {
    return this.#running.size > 0;
  }

  /** Share of the time in which its own work could run that it did. */
  get coreShare(): number {
    return this.#couldRunMs === 0 ? 1 : this.#ranMs / this.#couldRunMs;
  }

  start({ leftMs, cores }: Work, onDone: () => void): void {
    this.#running.add({ leftMs, cores, onDone });
    this.#wanted += cores;
  }

  /** Goes on to the end of the first work that ends before a time, and says so; else to that time. */
  goOnUntil(atMs: number): boolean {
    const speed = this.#wanted <= this.#cores ? 1 : this.#cores / this.#wanted;
    let first: Running | undefined;
    for (const one of this.#running) if (first === undefined || one.leftMs < first.leftMs) first = one;
    const doneAtMs = first === undefined ? Number.POSITIVE_INFINITY : this.nowMs + Math.max(0, first.leftMs) / speed;
    const untilMs = Math.min(doneAtMs, atMs);
    for (const one of this.#running) one.leftMs -= (untilMs - this.nowMs) * speed;
    const couldRunMs = (untilMs - this.nowMs) * (this.#wanted - this.#otherCores);
    this.#couldRunMs += couldRunMs;
    this.#ranMs += couldRunMs * speed;
    this.nowMs = untilMs;
    if (first === undefined || doneAtMs > atMs) return false;
    this.#running.delete(first);
    this.#wanted -= first.cores;
    first.onDone();
    return true;
  }
}
