import process from 'node:process';
import { startEngine } from '../../packages/engine/src/lifecycle/start-engine.ts';
import { collectLessOften } from '../../packages/engine/src/collect-less-often.ts';

/** What the host tells the benchmark that forked it. */
export interface EngineAddress {
  readonly url: string;
  readonly workers: readonly number[];
}

/** An engine in a process of its own, so that its CPU time can be told from that of its caller. */
// As `semblance serve` does.
collectLessOften();
const settings = JSON.parse(process.argv[2] ?? '{}') as object;
const engine = await startEngine({ port: 0, allowAnonymous: true, settings });
process.on('disconnect', () => void engine.stop());
process.send?.({ url: engine.url, workers: engine.workerPids() } satisfies EngineAddress);
