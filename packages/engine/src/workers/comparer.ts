import type { AnalysedPicture, Analyser, AnalysisFailure, AnalysisTask } from '../compare/analyser.ts';
import { comparePictures } from '../compare/compare-pictures.ts';
import type { ScoredPair } from '../compare/score-pair.ts';
import type { ComparisonAnswer, ComparisonStep, ComparisonTask } from '../compare/comparison-task.ts';
import type { EngineFailure, Failure } from '../compare/failure.ts';
import { openFeatureCache } from '../compare/feature-cache.ts';
import type { FeatureCache } from '../compare/feature-cache.ts';
import { createFeatureMemory } from '../compare/feature-memory.ts';
import type { Job, JobValues } from '../compare/job.ts';
import { createKnownResults } from '../compare/known-results.ts';
import { runCached } from '../compare/run-cached.ts';
import type { CacheLayer, CacheResult } from '../compare/run-cached.ts';
import type { RunJob } from '../compare/run-job.ts';
import { monotonicMs } from '../clock.ts';
import type { Result } from '../result.ts';
import { performJob } from './analyser/perform-job.ts';
import { invalidFeature } from './check-features.ts';
import type { BeginTimed } from './stage-times.ts';
import { runHelped } from './run-helped.ts';
import type { HelpOptions } from './run-helped.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** Hears what a comparison is at, and what the caches do. */
export interface ComparerObserver {
  /** Without a step, it waits for help. */
  readonly onStep: (step: ComparisonStep | undefined) => void;
  readonly onCacheFault: (cause: unknown, isDamage: boolean) => void;
  /** Hears of every job, of the stages inside it, and of questions to caches that take time. */
  readonly begin?: BeginTimed;
  readonly onCacheAsked?: (layer: CacheLayer, result: CacheResult) => void;
}

/** The caches in front of an analyser. */
export interface ComparerCaches extends Pick<WorkerSettings, 'memoryBytes' | 'featureCache'> {
  /** That which engines share. */
  readonly shared?: FeatureCache | undefined;
}

/** Has the second picture analysed by somebody else; `undefined` where nobody does. */
export type AskForHelp = NonNullable<ReturnType<HelpOptions['askForHelp']>>;

/** How a comparison is made. */
export interface ComparerOptions {
  /** How long the answer is waited for. */
  readonly withinMs: number;
  /** Absent where there is nobody to ask. */
  readonly askForHelp?: AskForHelp | undefined;
}

/** Does one thing at a time: compares two pictures, or analyses the second picture of somebody else's comparison. */
export interface Comparer {
  readonly compare: (task: ComparisonTask, options: ComparerOptions) => Promise<Result<ComparisonAnswer, Failure>>;
  readonly analyse: (task: AnalysisTask) => Promise<Result<AnalysedPicture, AnalysisFailure | EngineFailure>>;
}

/** Compares with an analyser, behind the caches that there are: memory first, then disk, then what engines share. */
export function createComparer(analyser: Analyser, caches: ComparerCaches, observer: ComparerObserver): Comparer {
  let askForHelp: AskForHelp | undefined;
  const observed = runObserved(analyser, observer);
  const helped = runHelped(observed, { askForHelp: () => askForHelp, onWaiting: () => observer.onStep(undefined) });
  const remember = inMemory(caches, observer);
  const results = caches.memoryBytes === 0 ? undefined : createKnownResults({ mostPairs: mostKnownPairs });
  const runJob = remember(onDisk(fromOthers(helped, caches, observer), caches, observer));
  // Whoever asks has looked into the other caches, and keeps there what it gets.
  const runAlone = remember(observed);
  return {
    analyse: (task) => runAlone({ kind: 'analyse', task, which: 'secondary' }),
    compare: async (task, { withinMs, ...given }) => {
      const known = results?.get(task);
      if (known !== undefined) return answerKnown(known, observer);
      ({ askForHelp } = given);
      const { pair, ...options } = task;
      const compared = await comparePictures(pair, {
        ...options,
        runJob,
        deadlineAtMs: monotonicMs() + withinMs,
        beginStage: observer.begin,
        atOnce: askForHelp !== undefined,
      });
      if (!compared.ok) return compared;
      const { score, verdict, calibration } = compared.value;
      const answer = { score, verdict, calibration, ...caseOf(compared.value) };
      results?.put(task, answer);
      return { ok: true, value: answer };
    },
  };
}

/** The case that the pair is: a part that was found in the other picture is shared. */
function caseOf({ difference, part }: ScoredPair): Pick<ComparisonAnswer, 'case'> {
  if (difference !== undefined) return { case: difference.case };
  return part === undefined ? {} : { case: 'shared-part' };
}

/** Answers of pairs that are kept; the pictures of many of them are no longer known. */
const mostKnownPairs = 4096;

/** A pair that comes again: both its pictures were found in memory. */
function answerKnown(answer: ComparisonAnswer, { onCacheAsked }: ComparerObserver): Result<ComparisonAnswer, Failure> {
  for (let picture = 0; picture < 2; picture += 1) onCacheAsked?.('memory', 'hit');
  return { ok: true, value: answer };
}

/** Of caches that tell themselves what is wrong with them, and are never the reason of a failure. */
const harmless = { mode: 'best-effort', onFault: () => undefined } as const;

function inMemory({ memoryBytes }: ComparerCaches, { onCacheAsked }: ComparerObserver): (runJob: RunJob) => RunJob {
  if (memoryBytes === 0) return (runJob) => runJob;
  const memory = createFeatureMemory({ maxBytes: memoryBytes });
  return (runJob) => runCached(runJob, memory, { ...harmless, onAsked: (result) => onCacheAsked?.('memory', result) });
}

function onDisk(
  runJob: RunJob,
  { featureCache }: ComparerCaches,
  { begin, onCacheFault, onCacheAsked }: ComparerObserver,
): RunJob {
  if (featureCache === undefined) return runJob;
  const cache = openFeatureCache({ ...featureCache, onDamage: (cause) => onCacheFault(cause, true) });
  const timedCache = timed(cache, () => begin?.('disk-features'));
  return runCached(runJob, timedCache, {
    mode: featureCache.mode,
    onFault: (cause) => onCacheFault(cause, false),
    onAsked: (result) => onCacheAsked?.('disk', result),
  });
}

function fromOthers(runJob: RunJob, { shared }: ComparerCaches, { begin, onCacheAsked }: ComparerObserver): RunJob {
  if (shared === undefined) return runJob;
  const cache = timed(shared, () => begin?.('shared-features'));
  return runCached(runJob, cache, { ...harmless, onAsked: (result) => onCacheAsked?.('shared', result) });
}

/** Tells how long a cache takes to answer; what it is given to keep is nobody's wait. */
function timed({ get, put }: FeatureCache, begin: () => (() => void) | undefined): FeatureCache {
  return { get: (task) => get(task).finally(begin()), put };
}

/** Says what it begins with; features that no picture can have are a failure. */
function runObserved(analyser: Analyser, { onStep, begin }: ComparerObserver): RunJob {
  const run = async (job: Job): Promise<Result<JobValues[Job['kind']], AnalysisFailure>> => {
    const which = job.kind === 'analyse' ? job.which : undefined;
    onStep(which ?? 'pair');
    const end = begin?.(job.kind, which);
    const result = await performJob(analyser, job).finally(end);
    if (job.kind !== 'analyse' || !result.ok) return result;
    const invalid = invalidFeature(result.value as JobValues['analyse']);
    if (invalid === undefined) return result;
    const cause = `${invalid} is not finite or has no length`;
    return { ok: false, failure: { reason: 'features-invalid', cause } };
  };
  return run as RunJob;
}
