import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { exitCodes } from '@semblance/wire/exit-codes';
import { watchStop } from '@semblance/wire/stop-signals';
import { monotonicMs } from '../clock.ts';
import { bulkProfile } from './bulk/bulk-profile.ts';
import { openLocalWorkers } from './bulk/local-comparer.ts';
import { startQueueWorker } from './bulk/queue-worker.ts';
import { queueUrl } from './queue-url.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance worker`. */
export interface WorkerFlags {
  readonly queue?: string | true;
  readonly pictures: string;
  readonly model?: string;
  readonly workers?: number;
}

/** A fault of the store comes with every try to mend it. */
const faultsEveryMs = 5000;

/** Compares the pairs of a queue until it is told to stop; then it finishes what is under way. */
export async function workQueue({
  queue,
  pictures,
  model,
  workers = availableParallelism(),
}: WorkerFlags): Promise<void> {
  const url = queueUrl(queue);
  const isFolder = (await stat(pictures).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder)
    throw new CommandError(`${pictures} is no folder. Give --pictures the shared folder, mounted.`, exitCodes.usage);
  const stop = watchStop();
  const profile = await bulkProfile(model);
  const local = openLocalWorkers({ profile, workers });
  const counts = { compared: 0, failed: 0 };
  try {
    const worker = await startQueueWorker({
      url,
      profile,
      workers: local,
      pictures,
      onDone: (outcome) => (counts['errorCode' in outcome ? 'failed' : 'compared'] += 1),
      onFault: faultTeller(),
    });
    say(`Taking pairs from ${worker.queue} with ${workers} worker processes; pictures: ${pictures}. Ctrl-C ends it.`);
    await stop.asked;
    say('Finishing the pairs that are under way.');
    await worker.close();
  } finally {
    await local.close();
  }
  say(`${counts.compared} pairs compared, ${counts.failed} failed.`);
}

function faultTeller(): (cause: Error) => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (monotonicMs() - toldAtMs < faultsEveryMs) return;
    toldAtMs = monotonicMs();
    say(`The store of the queue: ${message}`);
  };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
