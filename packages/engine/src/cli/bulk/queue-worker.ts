import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import type { BulkProfile } from './bulk-profile.ts';
import type { LocalWorkers } from './local-comparer.ts';
import type { PairOutcome, PairPaths } from './pair-comparer.ts';
import { connectQueue, loadBullmq, queueName, queuePrefix, readJob } from './pair-queue.ts';
import { fileUnreadable } from './read-picture-file.ts';

/** What takes pairs out of a queue. */
export interface QueueWorkerOptions {
  readonly url: string;
  readonly profile: BulkProfile;
  readonly workers: LocalWorkers;
  /** The shared folder of pictures, as this machine has it; nothing outside of it is read. */
  readonly pictures: string;
  readonly onDone: (outcome: PairOutcome) => void;
  /** Hears of faults of the store, which are mended by themselves. */
  readonly onFault: (cause: Error) => void;
}

/** Takes pairs out of a queue until it is closed. */
export interface QueueWorker {
  readonly queue: string;
  /** Finishes the pairs that are under way. */
  readonly close: () => Promise<void>;
}

/**
 * A worker renews its claim on a pair while it compares; one that was killed does not, and the pair goes to another after at most the sum
 * of these times. A pair may lose many workers: that one is killed says nothing about the pair, as pictures cannot end a worker itself,
 * only a process below it.
 */
const claims = { lockDuration: 6000, stalledInterval: 3000, maxStalledCount: 50 } as const;

/** Starts to take pairs. @failure QueueAwayError */
export async function startQueueWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { url, profile, workers, onFault, onDone } = options;
  const { Worker } = await loadBullmq();
  const root = await realpath(options.pictures);
  const client = await connectQueue(url, onFault);
  // Who cannot compare yet takes no pair from those who can.
  await workers.settled();
  const worker = new Worker(
    queueName(profile),
    async ({ data }) => {
      const outcome = await compareJob(data, root, workers);
      onDone(outcome);
      return outcome;
    },
    { connection: client, prefix: queuePrefix, concurrency: workers.concurrency, ...claims },
  );
  worker.on('error', onFault);
  await worker.waitUntilReady();
  return {
    queue: queueName(profile),
    close: async () => {
      await worker.close();
      client.disconnect();
    },
  };
}

async function compareJob(data: unknown, root: string, workers: LocalWorkers): Promise<PairOutcome> {
  const job = readJob(data);
  const digests = [undefined, undefined] as const;
  if (job === undefined || !isServiceType(job.serviceType))
    return { digests, errorCode: fileUnreadable, errorMessage: 'The pair in the queue is of another version.' };
  const pair = { primaryPath: path.resolve(root, job.primary), secondaryPath: path.resolve(root, job.secondary) };
  if (!(await isInside(root, pair))) {
    return {
      digests,
      errorCode: fileUnreadable,
      errorMessage: `${job.primary}, ${job.secondary}: not in the shared folder.`,
    };
  }
  const outcome = await workers.compare(pair, job.serviceType);
  if (!('errorMessage' in outcome)) return outcome;
  // Where the folder lies on this machine tells nobody anything.
  return { ...outcome, errorMessage: outcome.errorMessage.replaceAll(root + path.sep, '') };
}

function isServiceType(name: string): name is ServiceType {
  return Object.hasOwn(serviceTypes, name);
}

/** Whether both files lie below the folder, links followed; one that is not there is looked for by whoever reads it. */
async function isInside(root: string, { primaryPath, secondaryPath }: PairPaths): Promise<boolean> {
  const real = await Promise.all([primaryPath, secondaryPath].map((file) => realpath(file).catch(() => file)));
  return real.every((file) => file.startsWith(root + path.sep));
}
