import { readFileSync } from 'node:fs';
import { sendPoisson } from '../measure/poisson-load.ts';
import { quantile } from '../measure/quantile.ts';
import type { LoadPoint } from './capacity-file.ts';
import { bodyOf } from './engine-under-test.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import type { PairKind } from './pair-kinds.ts';
import { seeded } from './seeded.ts';

/** A load to be measured. */
export interface LoadPlan extends Pick<LoadPoint, 'workers' | 'load' | 'arrivalsPerSecond' | 'seconds'> {
  readonly kind: PairKind;
}

/** Calls at random times (Poisson), whether or not earlier ones have been answered. */
export async function measureLoad(engine: EngineUnderTest, { kind, ...plan }: LoadPlan): Promise<LoadPoint> {
  const { arrivalsPerSecond } = plan;
  const random = seeded(Math.round(1000 * plan.load) + plan.workers);
  const bodies = Array.from({ length: 64 }, (_, index) => bodyOf(kind.pairAt(index)));
  const calls = Math.round(arrivalsPerSecond * plan.seconds);
  const startedAtMs = performance.now();
  const outcomes = await sendPoisson({
    perSecond: arrivalsPerSecond,
    goesOn: (sent) => sent < calls,
    make: (index) => bodies[index] ?? bodyOf(kind.pairAt(index)),
    send: (body) => engine.call(body),
    random,
  });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const answered = outcomes.filter(({ status }) => status === 200);
  const denied = outcomes.length - answered.length;
  const latenciesMs = answered.map(({ tookMs }) => tookMs).toSorted((first, second) => first - second);
  const [p50Ms, p99Ms] = [quantile(latenciesMs, 0.5), quantile(latenciesMs, 0.99)];
  return { ...plan, seconds, answered: latenciesMs.length, denied, p50Ms, p99Ms };
}

/** Milliseconds of CPU that the whole machine has used since it began (proc(5), `/proc/stat`: user, nice, system, irq, softirq, steal). */
export function machineCpuMs(): number {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq + steal) * 10;
}
