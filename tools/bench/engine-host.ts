import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
/** A full collection that gives empty pages back as well. */
type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

// What is asked is to collect: a heap that may hold garbage up to four times of what is alive hides for long whether that grows.
process.on('message', () => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as Collect)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  process.send?.('collected');
});
process.send?.({ url: engine.url, workers: engine.workerPids() } satisfies EngineAddress);
