import { createHash } from 'node:crypto';
import { monotonicMs } from '../clock.ts';
import { picturesOf } from '../compare/comparison-task.ts';
import type { ComparisonStep, ComparisonTask } from '../compare/comparison-task.ts';

/** Remembers, for a while, which pictures workers were lost over. */
export interface PictureLosses {
  /** Counts a worker that was lost over the pictures of a step; of nothing else is it known that they did it. */
  readonly lost: (task: ComparisonTask, step: ComparisonStep) => void;
  /** Forgets the pictures of a task that came through: something else took their workers. */
  readonly survived: (task: ComparisonTask) => void;
  /** Whether a picture of a task, or both together, have lost as many workers as they may. */
  readonly isSpent: (task: ComparisonTask) => boolean;
}

/** Limits of the memory. */
export interface LossesOptions {
  /** Most workers a picture may lose. */
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

const steps: readonly ComparisonStep[] = ['primary', 'secondary', 'pair'];

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
    lost: (task, step) => {
      const key = keyOf(task, step);
      const count = (current(key)?.count ?? 0) + 1;
      entries.delete(key);
      entries.set(key, { count, untilMs: monotonicMs() + memoryMs });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
    survived: (task) => {
      if (entries.size > 0) for (const step of steps) entries.delete(keyOf(task, step));
    },
    isSpent: (task) => entries.size > 0 && steps.some((step) => (current(keyOf(task, step))?.count ?? 0) >= maxLosses),
  };
}

function keyOf(task: ComparisonTask, step: ComparisonStep): string {
  const hash = createHash('sha256');
  for (const { bytes } of picturesOf(task, step)) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('base64');
}
