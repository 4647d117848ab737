import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { LoadPoint } from './capacity-file.ts';
import { bodyOf } from './engine-under-test.ts';
import type { CallOutcome, EngineUnderTest } from './engine-under-test.ts';
import type { PairKind } from './pair-kinds.ts';
import { quantile, seeded } from './random.ts';

/** A load to be measured. */
export interface LoadPlan extends Pick<LoadPoint, 'workers' | 'load' | 'arrivalsPerSecond' | 'seconds'> {
  readonly kind: PairKind;
}

/** Calls at random times (Poisson), whether or not earlier ones have been answered. */
export async function measureLoad(engine: EngineUnderTest, { kind, ...plan }: LoadPlan): Promise<LoadPoint> {
  const random = seeded(Math.round(1000 * plan.load) + plan.workers);
  const bodies = Array.from({ length: 64 }, (_, index) => bodyOf(kind.pairAt(index)));
  const calls = Math.round(plan.arrivalsPerSecond * plan.seconds);
  const latenciesMs: number[] = [];
  let denied = 0;
  const pending: Promise<void>[] = [];
  const note = async (answer: Promise<CallOutcome>): Promise<void> => {
    const { status, tookMs } = await answer;
    if (status === 200) latenciesMs.push(tookMs);
    else denied += 1;
  };
  const startedAtMs = performance.now();
  let dueAtMs = startedAtMs;
  for (let index = 0; index < calls; index += 1) {
    dueAtMs += (-Math.log(1 - random()) * 1000) / plan.arrivalsPerSecond;
    const body = index < bodies.length ? (bodies[index] ?? '') : bodyOf(kind.pairAt(index));
    const waitMs = dueAtMs - performance.now();
    if (waitMs > 0) await setTimeout(waitMs);
    pending.push(note(engine.call(body)));
  }
  await Promise.all(pending);
  const seconds = (performance.now() - startedAtMs) / 1000;
  latenciesMs.sort((first, second) => first - second);
  const [p50Ms, p99Ms] = [quantile(latenciesMs, 0.5), quantile(latenciesMs, 0.99)];
  return { ...plan, seconds, answered: latenciesMs.length, denied, p50Ms, p99Ms };
}

/** Milliseconds of CPU that the whole machine has used since it began (proc(5), `/proc/stat`: user, nice, system, irq, softirq, steal). */
export function machineCpuMs(): number {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq + steal) * 10;
}
