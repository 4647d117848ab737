import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type {
  Analyser,
  AnalysedPicture,
  CheckedPicture,
  PicturePair,
} from '../../packages/engine/src/compare/analyser.ts';
import { analysePair } from '../../packages/engine/src/compare/analyse-pair.ts';
import type { SettledPair } from '../../packages/engine/src/compare/analyse-pair.ts';
import type { Job } from '../../packages/engine/src/compare/job.ts';
import { judgePair } from '../../packages/engine/src/compare/judge-pair.ts';
import type { RunJob } from '../../packages/engine/src/compare/run-job.ts';
import { scorePair } from '../../packages/engine/src/compare/score-pair.ts';
import type { ScoredPair } from '../../packages/engine/src/compare/score-pair.ts';
import { opensGate } from '../../packages/engine/src/score/difference/gate.ts';
import { performJob } from '../../packages/engine/src/workers/analyser/perform-job.ts';

/** A file as a comparison gets it, its header read. */
export function checked(bytes: Uint8Array): CheckedPicture {
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) throw new Error(check.detail.en);
  return { bytes, header: check.header };
}

/** Two files as a comparison gets them. */
export function pairOf(primary: Uint8Array, secondary: Uint8Array): PicturePair {
  return { primary: checked(primary), secondary: checked(secondary) };
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('a pair of the benchmark was not compared');
  return result.value;
}

/** An analysed and scored pair. */
export interface RatedPair {
  readonly pair: PicturePair;
  readonly analysed: SettledPair;
  readonly scored: ScoredPair;
}

/** The steps of a comparison, as an engine takes them, in this process. */
export interface PairSteps {
  /** Everything up to the score that the features give. */
  readonly rate: (pair: PicturePair) => Promise<RatedPair>;
  /** What follows from that: the gate, and what lies behind it. */
  readonly judge: (rated: RatedPair) => Promise<ScoredPair>;
}

const profile = 'built-in';

/** @param known  pictures that need not be analysed. */
export function pairSteps(analyser: Analyser, known?: ReadonlyMap<Uint8Array, AnalysedPicture>): PairSteps {
  const run = async (job: Job): Promise<unknown> => {
    const value = job.kind === 'analyse' ? known?.get(job.task.bytes) : undefined;
    return value === undefined ? performJob(analyser, job) : { ok: true, value };
  };
  const runJob = run as RunJob;
  const rate = async (pair: PicturePair): Promise<RatedPair> => {
    const analysed = valueOf(await analysePair(pair, { runJob, profile, deadlineAtMs: Infinity }));
    const { primary, secondary, identicalPixels } = analysed;
    const scored = scorePair(primary, secondary, { identicalPixels, ownCalibration: undefined });
    return { pair, analysed, scored };
  };
  return { rate, judge: async (rated) => valueOf(await judgePair(rated, { runJob }, 'generic')) };
}

/** Analyses of pictures, for `pairSteps`. */
export async function analysesOf(
  analyser: Analyser,
  files: readonly Uint8Array[],
): Promise<Map<Uint8Array, AnalysedPicture>> {
  const analyses = new Map<Uint8Array, AnalysedPicture>();
  for (const bytes of files) analyses.set(bytes, valueOf(await analyser.analyse({ ...checked(bytes), profile })));
  return analyses;
}

/** Pairs of different files that are not alike enough to be laid over each other. */
export async function ungatedPairs(steps: PairSteps, files: readonly Uint8Array[]): Promise<RatedPair[]> {
  const pairs: RatedPair[] = [];
  for (const [at, first] of files.entries()) {
    for (const second of files.slice(at + 1)) {
      const rated = await steps.rate(pairOf(first, second));
      if (!opensGate(rated.scored.score)) pairs.push(rated);
    }
  }
  return pairs;
}
