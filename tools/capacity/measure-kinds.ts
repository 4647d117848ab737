import type { KindCost } from './capacity-file.ts';
import { bodyOf, coreShare, startEngineUnderTest } from './engine-under-test.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { queueLength } from './model.ts';
import type { PairKind } from './pair-kinds.ts';

const warmPairs = 6;

/** How much is measured. */
export interface KindOptions {
  readonly pairs: number;
  readonly manifest?: string | undefined;
}

/** Measures every kind by a fresh engine with one worker, one call at a time. */
export async function measureKinds(kinds: readonly PairKind[], options: KindOptions): Promise<KindCost[]> {
  const costs: KindCost[] = [];
  for (const kind of kinds) {
    const engine = await startEngineUnderTest({
      workers: 1,
      queueLength,
      manifest: options.manifest ?? kind.manifest,
    });
    try {
      costs.push(await measureKind(engine, kind, options.pairs));
    } finally {
      await engine.stop();
    }
  }
  return costs;
}

async function measureKind(engine: EngineUnderTest, kind: PairKind, pairs: number): Promise<KindCost> {
  const { name, pairAt, shown = [] } = kind;
  for (const pair of shown) await callOne(engine, bodyOf(pair));
  const bodies = Array.from({ length: warmPairs + pairs }, (_, index) => bodyOf(pairAt(index)));
  for (const body of bodies.slice(0, warmPairs)) await callOne(engine, body);
  const [before, scheduled] = [engine.used(), engine.scheduled()];
  const latenciesMs: number[] = [];
  for (const body of bodies.slice(warmPairs)) latenciesMs.push(await callOne(engine, body));
  const after = engine.used();
  const share = coreShare(scheduled, engine.scheduled());
  const each = (read: (use: typeof after) => number): number => (read(after) - read(before)) / pairs;
  return {
    kind: name,
    bodyBytes: Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length),
    pairs,
    mainMs: each(({ mainMs }) => mainMs),
    workerMs: each(({ workerMs }) => workerMs),
    callerMs: each(({ callerMs }) => callerMs),
    coreShare: share,
    latenciesMs: latenciesMs.toSorted((first, second) => first - second),
    ...engine.resident(),
  };
}

async function callOne(engine: EngineUnderTest, body: string): Promise<number> {
  const { status, tookMs } = await engine.call(body);
  if (status !== 200) throw new Error(`a comparison was answered with ${status}`);
  return tookMs;
}
