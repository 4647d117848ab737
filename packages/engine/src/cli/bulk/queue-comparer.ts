import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceType } from '@semblance/spec/limits';
import type { Queue, QueueEvents } from 'bullmq';
import { monotonicMs } from '../../clock.ts';
import { codeOf } from '../../request/answer/error-map.ts';
import { identityOf } from './bulk-profile.ts';
import type { BulkProfile } from './bulk-profile.ts';
import type { PairComparer, PairOutcome, PairPaths } from './pair-comparer.ts';
import { connectQueue, loadBullmq, QueueAwayError, queueName, queuePrefix, readOutcome } from './pair-queue.ts';
import type { PairJob } from './pair-queue.ts';
import { fileUnreadable } from './read-picture-file.ts';

/** How pairs go through a queue. */
export interface QueueComparerOptions {
  readonly url: string;
  readonly profile: BulkProfile;
  readonly serviceType: ServiceType;
  /** The folder of pictures that the workers have as well, under whatever path. */
  readonly pictures: string;
  /** Given up when for so long no pair has been finished. */
  readonly patienceMs: number;
  /** Hears once if no worker listens, and of faults of the store. */
  readonly onNotice: (text: string) => void;
}

/** Pairs that lie in the queue at once; more wait in their file. */
const inQueue = 200;
/** News may be lost with a connection: whoever has waited for so long is looked for in the store. */
const lookEveryMs = 2000;
const retryMs = 1000;
/** What nobody fetches goes after so long. */
const keepS = 3600;
const workersExpectedMs = 5000;

interface Asked {
  readonly job: PairJob;
  readonly waiters: {
    readonly resolve: (outcome: PairOutcome) => void;
    readonly reject: (cause: unknown) => void;
  }[];
}

/**
 * Gives pairs to the workers of a queue (BullMQ). Whoever asks for a pair that is in the queue already, or was answered for a run that was
 * killed, gets that answer: the name of a job is made of files, sizes and times.
 * @failure QueueAwayError
 */
export async function openQueueComparer(options: QueueComparerOptions): Promise<PairComparer> {
  const { profile, serviceType, onNotice } = options;
  const { Queue: JobQueue, QueueEvents: JobEvents } = await loadBullmq();
  const client = await connectQueue(options.url, () => undefined);
  const base = { connection: client, prefix: queuePrefix };
  const queue = new JobQueue<PairJob, unknown>(queueName(profile), base);
  const events = new JobEvents(queueName(profile), base);
  // Faults of the store show in calls that fail, and those are tried again.
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  const desk = new QueueDesk({ queue, events, patienceMs: options.patienceMs });
  const names = new WeakMap<PairPaths, string>();
  const reminder = setTimeout(() => void remind(queue, onNotice), workersExpectedMs);
  return {
    concurrency: inQueue,
    identity: identityOf(profile, serviceType),
    compare: async (pair) => {
      const job = jobOf(pair, options);
      if ('errorCode' in job) return { digests: [undefined, undefined], ...job };
      const name = await jobName(pair, job);
      names.set(pair, name);
      return desk.ask(name, job);
    },
    release: (pair) => {
      const name = names.get(pair);
      if (name !== undefined) desk.forget(name);
    },
    close: async () => {
      clearTimeout(reminder);
      desk.close();
      await Promise.allSettled([events.close(), queue.close()]);
      client.disconnect();
    },
  };
}

async function remind(queue: Queue, onNotice: (text: string) => void): Promise<void> {
  const count = await queue.getWorkersCount().catch(() => 1);
  if (count > 0) return;
  onNotice('No worker of this version and model listens yet: start some with `semblance worker`. Waiting.');
}

function jobOf(
  { primaryPath, secondaryPath }: PairPaths,
  { pictures, serviceType }: QueueComparerOptions,
): PairJob | { readonly errorCode: string; readonly errorMessage: string } {
  const [primary = '', secondary = ''] = [primaryPath, secondaryPath].map((file) => path.relative(pictures, file));
  const outside = [primary, secondary].find((name) => leadsOutside(name));
  if (outside === undefined) return { primary: asPosix(primary), secondary: asPosix(secondary), serviceType };
  const errorMessage = `${outside} lies outside of the shared folder ${pictures}. Name one with --pictures that holds all pictures.`;
  return { errorCode: fileUnreadable, errorMessage };
}

/** Whether a relative path leaves the folder it starts in; names that begin with two points do not. */
function leadsOutside(name: string): boolean {
  return name === '..' || name.startsWith(`..${path.sep}`) || path.isAbsolute(name);
}

function asPosix(file: string): string {
  return file.split(path.sep).join('/');
}

/** The same for the same pair as long as its files do not change; BullMQ takes a job of a name that it has for done. */
async function jobName({ primaryPath, secondaryPath }: PairPaths, job: PairJob): Promise<string> {
  const facts = await Promise.all(
    [primaryPath, secondaryPath].map(async (file) => {
      const { size, mtimeMs } = (await stat(file).catch(() => undefined)) ?? {};
      return [size, mtimeMs];
    }),
  );
  return `pair-${createHash('sha256')
    .update(JSON.stringify([job, facts]))
    .digest('hex')
    .slice(0, 40)}`;
}

interface DeskParts {
  readonly queue: Queue<PairJob, unknown>;
  readonly events: QueueEvents;
  readonly patienceMs: number;
}

/** Who waits for which job. */
class QueueDesk {
  readonly #parts: DeskParts;
  readonly #waiting = new Map<string, Asked>();
  readonly #timer: NodeJS.Timeout;
  #lastNewsAtMs = monotonicMs();
  #isLooking = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    parts.events.on('completed', ({ jobId, returnvalue }) => this.#settle(jobId, readOutcome(returnvalue)));
    parts.events.on('failed', ({ jobId, failedReason }) => this.#settle(jobId, gaveUp(failedReason)));
    this.#timer = setInterval(() => void this.#look(), lookEveryMs);
  }

  /** Puts a job into the queue and waits for its outcome. */
  ask(name: string, job: PairJob): Promise<PairOutcome> {
    return new Promise((resolve, reject) => {
      const asked = this.#waiting.get(name);
      asked?.waiters.push({ resolve, reject });
      if (asked !== undefined) return;
      if (this.#waiting.size === 0) this.#lastNewsAtMs = monotonicMs();
      this.#waiting.set(name, { job, waiters: [{ resolve, reject }] });
      void this.#add(name, job);
    });
  }

  /** Takes a job out of the store; one that stays behind goes by its age. */
  forget(name: string): void {
    this.#parts.queue.remove(name).catch(() => undefined);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#waiting.clear();
  }

  /** A store that is away for a while costs only time. */
  async #add(name: string, job: PairJob): Promise<void> {
    const kept = { age: keepS };
    while (this.#waiting.has(name)) {
      try {
        await this.#parts.queue.add('pair', job, { jobId: name, removeOnComplete: kept, removeOnFail: kept });
        return;
      } catch {
        await pause(retryMs);
      }
    }
  }

  #settle(name: string, outcome: PairOutcome | undefined): void {
    const asked = this.#waiting.get(name);
    if (asked === undefined) return;
    this.#lastNewsAtMs = monotonicMs();
    this.#waiting.delete(name);
    for (const { resolve } of asked.waiters) resolve(outcome ?? gaveUp('the answer in the queue cannot be read'));
  }

  /** Looks for what was answered unheard, and for what has gone; gives up when there has been no news for too long. */
  async #look(): Promise<void> {
    if (this.#waiting.size > 0 && monotonicMs() - this.#lastNewsAtMs > this.#parts.patienceMs) this.#giveUp();
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const [name, { job }] of this.#waiting) await this.#lookFor(name, job);
    } catch {
      // The store is away; it is asked again.
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookFor(name: string, asked: PairJob): Promise<void> {
    const job = await this.#parts.queue.getJob(name);
    // A store that came back empty has lost it.
    if (job === undefined) await this.#add(name, asked);
    if (job?.finishedOn === undefined) return;
    this.#settle(name, job.failedReason ? gaveUp(job.failedReason) : readOutcome(job.returnvalue));
  }

  #giveUp(): void {
    const seconds = Math.round(this.#parts.patienceMs / 1000);
    const cause = new QueueAwayError(
      `no worker has finished a pair for ${seconds} s. What was compared is kept: start workers (semblance worker --help), then run the command again.`,
    );
    for (const { waiters } of this.#waiting.values()) for (const { reject } of waiters) reject(cause);
    this.#waiting.clear();
  }
}

/** A job that lost all its workers, or ended in a way nobody foresaw. */
function gaveUp(reason: string): PairOutcome {
  const errorMessage = `The workers gave this pair up: ${reason}. It is tried again by the next run.`;
  return { digests: [undefined, undefined], errorCode: codeOf({ reason: 'worker-died' }), errorMessage };
}
