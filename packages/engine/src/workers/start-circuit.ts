/** Pauses the starting of workers after several failed starts in a row. */
export interface StartCircuit {
  readonly succeeded: () => void;
  readonly failed: (nowMs: number) => void;
  /** Milliseconds until the next start may be tried; 0 when it may be tried now. */
  readonly waitMs: (nowMs: number) => number;
}

/** When the circuit opens, and for how long. */
export interface StartCircuitOptions {
  readonly failuresToOpen: number;
  readonly openMs: number;
}

/**
 * A circuit breaker over worker *starts*. Crashes during a job do not count: otherwise one caller's hostile pictures
 * could close the engine for everybody.
 */
export function createStartCircuit({ failuresToOpen, openMs }: StartCircuitOptions): StartCircuit {
  let failures = 0;
  let openUntilMs = 0;
  return {
    succeeded: () => {
      failures = 0;
      openUntilMs = 0;
    },
    failed: (nowMs) => {
      failures += 1;
      if (failures >= failuresToOpen) openUntilMs = nowMs + openMs;
    },
    waitMs: (nowMs) => Math.max(0, openUntilMs - nowMs),
  };
}
