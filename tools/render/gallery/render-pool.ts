import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RenderRequest } from '../render-object.ts';
import type { RgbPicture } from '../trace/develop.ts';
import type { WorkerReport } from './render-worker.ts';

/** Work to share out, and what to do with each finished picture. */
export interface RenderJobs<Job extends RenderRequest> {
  readonly jobs: readonly Job[];
  /** Rays per pixel. */
  readonly samples: number;
  readonly onPicture: (job: Job, picture: RgbPicture) => Promise<void>;
  /** Called with the number of jobs done, parts of jobs included. */
  readonly onProgress: (done: number) => void;
}

/** Renders all jobs on as many threads as there are cores. */
export async function renderAll<Job extends RenderRequest>({
  jobs,
  samples,
  onPicture,
  onProgress,
}: RenderJobs<Job>): Promise<void> {
  const shares = new Map<Job, number>();
  const pending = [...jobs];
  const runThread = async (): Promise<void> => {
    const worker = new Worker(new URL('render-worker.ts', import.meta.url));
    for (let job = pending.shift(); job; job = pending.shift()) {
      const current = job;
      const picture = await renderOn(worker, { ...current, samples }, (share) => {
        shares.set(current, share);
        onProgress([...shares.values()].reduce((sum, value) => sum + value, 0));
      });
      await onPicture(current, picture);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runThread));
}

function renderOn(worker: Worker, request: RenderRequest, onShare: (share: number) => void): Promise<RgbPicture> {
  const { promise, resolve, reject } = Promise.withResolvers<RgbPicture>();
  const onMessage = (report: WorkerReport): void => {
    if ('share' in report) onShare(report.share);
    else resolve(report.picture);
  };
  worker.on('message', onMessage);
  worker.once('error', reject);
  // A thread's port has no origin; the rule means windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(request);
  return promise.finally(() => {
    worker.off('message', onMessage);
    worker.off('error', reject);
  });
}
