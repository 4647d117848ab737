import type { InstanceStatus, LifecycleStage } from './instance-settings.ts';

/** A running lifecycle. */
export interface InstanceLifecycle {
  /** The state for a call, which counts as one of the stage's calls. */
  readonly observe: (nowMs: number) => InstanceStatus;
  /** The state without counting a call. */
  readonly current: () => InstanceStatus;
}

/** Starts a lifecycle. A stage without `calls` and `durationMs` never ends. */
export function createLifecycle(stages: readonly LifecycleStage[]): InstanceLifecycle {
  let index = 0;
  let calls = 0;
  let enteredAtMs: number | undefined;
  const stage = (): LifecycleStage => stages[index] ?? { status: 'running' };

  const advance = (nowMs: number): void => {
    while (index < stages.length - 1 && isOver(stage(), calls, nowMs - (enteredAtMs ?? nowMs))) {
      index += 1;
      calls = 0;
      enteredAtMs = nowMs;
    }
  };
  return {
    observe: (nowMs) => {
      enteredAtMs ??= nowMs;
      advance(nowMs);
      calls += 1;
      return stage().status;
    },
    current: () => stage().status,
  };
}

function isOver({ calls: maxCalls, durationMs }: LifecycleStage, calls: number, elapsedMs: number): boolean {
  return (maxCalls !== undefined && calls >= maxCalls) || (durationMs !== undefined && elapsedMs >= durationMs);
}
