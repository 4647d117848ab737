import { createHash } from 'node:crypto';
import { monotonicMs } from '../clock.ts';
import type { Job } from '../compare/job.ts';

/** Remembers, for a while, which pictures workers were lost over. */
export interface PictureLosses {
  /** Counts a worker that was lost over a job's pictures. */
  readonly lost: (job: Job) => void;
  /** Forgets the pictures of a job that came through: something else took their workers. */
  readonly survived: (job: Job) => void;
  /** Whether a job's pictures have lost as many workers as they may. */
  readonly isSpent: (job: Job) => boolean;
}

/** Bounds of the memory. */
export interface LossesOptions {
  /** Workers a picture may lose. */
  readonly maxLosses: number;
  /** How long a picture is remembered after its last loss. */
  readonly memoryMs: number;
  /** Pictures remembered; the oldest go first. */
  readonly maxEntries: number;
}

interface Entry {
  count: number;
  untilMs: number;
}

const defaults: LossesOptions = { maxLosses: 2, memoryMs: 600_000, maxEntries: 1000 };

/** An empty memory. Pictures are known by the SHA-256 of their bytes, taken only while there is anything to remember. */
export function createPictureLosses(options: Partial<LossesOptions> = {}): PictureLosses {
  const { maxLosses, memoryMs, maxEntries } = { ...defaults, ...options };
  const entries = new Map<string, Entry>();
  const current = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.untilMs > monotonicMs()) return entry;
    entries.delete(key);
    return undefined;
  };
  return {
    lost: (job) => {
      const key = keyOf(job);
      const count = (current(key)?.count ?? 0) + 1;
      entries.delete(key);
      entries.set(key, { count, untilMs: monotonicMs() + memoryMs });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
    survived: (job) => {
      if (entries.size > 0) entries.delete(keyOf(job));
    },
    isSpent: (job) => entries.size > 0 && (current(keyOf(job))?.count ?? 0) >= maxLosses,
  };
}

function keyOf(job: Job): string {
  const hash = createHash('sha256').update(job.kind);
  for (const bytes of picturesOf(job)) hash.update(bytes);
  return hash.digest('base64');
}

function picturesOf(job: Job): readonly Uint8Array[] {
  return job.kind === 'analyse' ? [job.task.bytes] : [job.first.bytes, job.second.bytes];
}
