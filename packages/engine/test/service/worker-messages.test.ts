import { expect, test } from 'vitest';
import type { CompareMessage } from '../../src/workers/worker-messages.ts';
import { startWorker } from '../../src/workers/worker.ts';
import type { Worker, WorkerEvent } from '../../src/workers/worker.ts';
import { scriptedAnalyser } from './support/test-engine.ts';
import { taskOf } from './support/worker-pools.ts';

const settings = { threads: 1, analyserModule: scriptedAnalyser, profiles: [], memoryBytes: 1 << 24 };

/** A worker that is up, and what it says until it is done with a comparison. */
async function openWorker(): Promise<{ worker: Worker; compare: (id: number, frames?: number) => Promise<string[]> }> {
  let heard: (event: WorkerEvent) => void = () => undefined;
  const worker = startWorker({ settings, onStderr: () => undefined }, (event) => heard(event));
  await new Promise<void>((resolve) => {
    heard = ({ type }) => {
      if (type === 'ready') resolve();
    };
  });
  const compare = (id: number, frames = 1): Promise<string[]> =>
    new Promise((resolve) => {
      const { pair, ...task } = taskOf(120, 133);
      const announced = (picture: typeof pair.primary) => ({
        header: { ...picture.header, frameCount: frames },
        byteLength: picture.bytes.length,
      });
      const pictures = { primary: announced(pair.primary), secondary: announced(pair.secondary) };
      const message: CompareMessage = { type: 'compare', id, task, pictures, withinMs: 10_000, mayAsk: false };
      const said: string[] = [];
      heard = (event) => {
        said.push(event.type === 'step' ? `step ${event.step ?? ''}` : event.type);
        if (event.type === 'done') resolve(said);
      };
      worker.send(message, [pair.primary.bytes, pair.secondary.bytes]);
    });
  return { worker, compare };
}

test('a worker says no more than it has to: a new pair begins with its first step, a known one is answered', async () => {
  const { worker, compare } = await openWorker();
  try {
    expect(await compare(1)).toEqual(['step primary', 'step secondary', 'step pair', 'done']);
    expect(await compare(2)).toEqual(['done']);
    // Known animations may take long without a step.
    expect(await compare(3, 2)).toEqual(['started', 'done']);
  } finally {
    worker.kill();
    await worker.ended;
  }
}, 30_000);
