import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { checkPicture } from '@semblance/picture';
import type { WhichPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { createRequestId, jsonAnswer, xmlAnswer } from '@semblance/wire';
import type { CheckedPicture, PicturePair } from '../compare/analyser.ts';
import { createAnalyser } from '../workers/analyser/create-analyser.ts';
import { runInline } from '../workers/analyser/run-inline.ts';
import { monotonicMs } from '../clock.ts';
import { refuse } from '../compare/failure.ts';
import type { Failure } from '../compare/failure.ts';
import { comparePictures } from '../compare/compare-pictures.ts';
import { failureAnswer, successAnswer } from '../request/answer/answer.ts';
import type { Answer, AnswerContext } from '../request/answer/answer.ts';
import { codeOf } from '../request/answer/error-map.ts';
import type { Result } from '../result.ts';
import type { ScoredPair } from '../compare/score-pair.ts';
import { bulkProfile } from './bulk/bulk-profile.ts';
import { readBounded } from './bulk/read-picture-file.ts';
import { describeComparison } from './describe-comparison.ts';
import { describeFailure } from './failed-pair.ts';
import { CommandError } from './report-failure.ts';
import { readLanguage } from './report-language.ts';

/** Options of `semblance compare`. */
export interface CompareFlags {
  readonly json?: true;
  readonly xml?: true;
  readonly serviceType: string;
  /** Language of the output. */
  readonly lang: string;
  /** Manifest of a custom model, instead of the built-in profile. */
  readonly model?: string;
}

const deadlineMs = 60_000;

/** Compares two files and prints the outcome; a failure sets the exit code. */
export async function compareFiles(files: readonly [string, string], flags: CompareFlags): Promise<void> {
  const startedAt = performance.now();
  const serviceType = readServiceType(flags.serviceType);
  const language = readLanguage(flags.lang);
  const pair = await readPair(files, serviceType);
  const result = pair.ok ? await compare(pair.value, serviceType, flags.model) : pair;
  if (flags.json === true || flags.xml === true) {
    printBody(result, flags);
  } else if (result.ok && pair.ok) {
    const seconds = (performance.now() - startedAt) / 1000;
    const compared = { files, pair: pair.value, comparison: result.value, seconds, language, serviceType };
    process.stdout.write(describeComparison(compared));
  } else if (!result.ok) {
    throw new CommandError(explain(result.failure, files));
  }
}

/** The service type of that name. @throws CommandError for an unknown name. */
export function readServiceType(name: string): ServiceType {
  if (Object.hasOwn(serviceTypes, name)) return name as ServiceType;
  throw new CommandError(`there is no service type "${name}"; choose one of ${Object.keys(serviceTypes).join(', ')}`);
}

/** Reads and checks both files as pictures of one comparison. */
export async function readPair(
  files: readonly [string, string],
  serviceType: ServiceType,
): Promise<Result<PicturePair, Failure>> {
  const primary = await readPicture(files[0], 'primary', serviceType);
  const secondary = await readPicture(files[1], 'secondary', serviceType);
  if (!primary.ok) return primary;
  return secondary.ok ? { ok: true, value: { primary: primary.value, secondary: secondary.value } } : secondary;
}

async function readPicture(
  file: string,
  which: WhichPicture,
  serviceType: ServiceType,
): Promise<Result<CheckedPicture, Failure>> {
  const read = await readBounded(file);
  if (!read.ok) throw new CommandError(`${file}: ${read.failure}`);
  const bytes = read.value;
  const check = checkPicture(bytes, { which, pixelRange: serviceTypes[serviceType] });
  return check.ok
    ? { ok: true, value: { bytes, header: check.header } }
    : refuse(check.code, { which, detail: check.detail.en });
}

async function compare(
  pair: PicturePair,
  serviceType: ServiceType,
  model: string | undefined,
): Promise<Result<ScoredPair, Failure>> {
  const { profiles, task } = await bulkProfile(model);
  const analyser = await createAnalyser({ threads: availableParallelism(), profiles });
  const options = {
    runJob: runInline(analyser),
    ...task,
    serviceType,
    deadlineAtMs: monotonicMs() + deadlineMs,
  };
  try {
    return await comparePictures(pair, options);
  } finally {
    await analyser.release();
  }
}

function printBody(result: Result<ScoredPair, Failure>, { xml }: CompareFlags): void {
  const context: AnswerContext = {
    requestId: createRequestId(),
    hostId: 'localhost',
    answerIn: xml === true ? xmlAnswer : jsonAnswer,
    dialect: 'V3',
    documentationUrl: process.env['SEMBLANCE_DOCS_URL'],
  };
  const answer: Answer = result.ok
    ? successAnswer(result.value.score, context)
    : failureAnswer(result.failure, context);
  process.stdout.write(`${answer.body}\n`);
  if (!result.ok) process.exitCode = 1;
}

/** Describes a refused picture for a person at the terminal. */
export function explain(failure: Failure, files: readonly [string, string]): string {
  return `${describeFailure(failure, files)} (${codeOf(failure)})`;
}
