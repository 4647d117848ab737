import { createHash } from 'node:crypto';
import type { WhichPicture } from '@semblance/picture';
import type { ServiceType } from '@semblance/spec/limits';
import { monotonicMs } from '../../clock.ts';
import type { CheckedPicture } from '../../compare/analyser.ts';
import type { Failure } from '../../compare/failure.ts';
import { codeOf } from '../../request/answer/error-map.ts';
import { describeFailure } from '../failed-pair.ts';
import type { Result } from '../../result.ts';
import { WorkerPool } from '../../workers/worker-pool.ts';
import type { WorkerSettings } from '../../workers/worker-settings.ts';
import { identityOf } from './bulk-profile.ts';
import type { BulkProfile } from './bulk-profile.ts';
import type { PairComparer, PairOutcome, PairPaths } from './pair-comparer.ts';
import { checkFile, fileUnreadable, readBounded } from './read-picture-file.ts';
import type { PairProblem } from './read-picture-file.ts';

/** Options of comparing on this machine. */
export interface LocalOptions {
  readonly profile: BulkProfile;
  /** Worker processes. */
  readonly workers: number;
  /** Cache of features for later runs; absent for none. */
  readonly featureCache?: WorkerSettings['featureCache'];
}

/** Pairs in progress per worker: two, so that no worker waits for files. */
const pairsPerWorker = 2;

/** Generous limits, because no caller waits for a single answer and the machine may be busy. */
const limits = { deadlineMs: 120_000, budgetMs: 60_000, answerMs: 30_000 } as const;

const mebibyte = 2 ** 20;
const bounds = { maxResidentBytes: 1536 * mebibyte, memoryBytes: 128 * mebibyte } as const;

/** Worker processes that compare files. */
export interface LocalWorkers {
  /** How many pairs are worth having under way at once. */
  readonly concurrency: number;
  /** Resolves when they are up. */
  readonly settled: () => Promise<void>;
  readonly compare: (pair: PairPaths, serviceType: ServiceType) => Promise<PairOutcome>;
  readonly close: () => Promise<void>;
}

/** Starts worker processes. A pair whose worker is lost is tried again; the run continues. */
export function openLocalWorkers({ profile, workers, featureCache }: LocalOptions): LocalWorkers {
  const concurrency = workers * pairsPerWorker;
  const pool = new WorkerPool({
    workers,
    settings: { threads: 1, profiles: profile.profiles, memoryBytes: bounds.memoryBytes, featureCache },
    queueLength: concurrency,
    onStderr: (text) => void process.stderr.write(text),
    ...limits,
    ...bounds,
  });
  return {
    concurrency,
    settled: () => pool.settled(),
    compare: async (pair, serviceType) => {
      const [primary, secondary] = await Promise.all([
        readSide(pair.primaryPath, 'primary', serviceType),
        readSide(pair.secondaryPath, 'secondary', serviceType),
      ]);
      const digests = [primary.digest, secondary.digest] as const;
      if (!primary.checked.ok) return { digests, ...primary.checked.failure };
      if (!secondary.checked.ok) return { digests, ...secondary.checked.failure };
      const pictures = { primary: primary.checked.value, secondary: secondary.checked.value };
      const task = { ...profile.task, serviceType, pair: pictures };
      const compared = await pool.run(task, { deadlineAtMs: monotonicMs() + limits.deadlineMs });
      if (!compared.ok) return { digests, ...problemOf(compared.failure, pair) };
      const { score, calibration } = compared.value;
      return { digests, score, calibration };
    },
    close: () => pool.close(),
  };
}

/** Compares with workers that were opened for the same profile; they end with it. */
export function comparerOf(
  { concurrency, compare, close }: LocalWorkers,
  profile: BulkProfile,
  serviceType: ServiceType,
): PairComparer {
  const identity = identityOf(profile, serviceType);
  return { concurrency, identity, compare: (pair) => compare(pair, serviceType), close };
}

interface ReadSide {
  readonly digest: string | undefined;
  readonly checked: Result<CheckedPicture, PairProblem>;
}

async function readSide(path: string, which: WhichPicture, serviceType: ServiceType): Promise<ReadSide> {
  const bytes = await readBounded(path);
  if (!bytes.ok) {
    const failure = { errorCode: fileUnreadable, errorMessage: `${path}: ${bytes.failure}` };
    return { digest: undefined, checked: { ok: false, failure } };
  }
  const digest = createHash('sha256').update(bytes.value).digest('hex');
  return { digest, checked: checkFile(path, bytes.value, { which, serviceType }) };
}

/** Describes a failed pair for a person at the terminal. */
function problemOf(failure: Failure, { primaryPath, secondaryPath }: PairPaths): PairProblem {
  const again = failure.detail === undefined ? '; it is tried again by the next run' : '';
  const errorMessage = `${describeFailure(failure, [primaryPath, secondaryPath])}${again}`;
  return { errorCode: codeOf(failure), errorMessage };
}
