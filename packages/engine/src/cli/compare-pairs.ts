import { availableParallelism } from 'node:os';
import path from 'node:path';
import { exitCodes } from '@semblance/wire/exit-codes';
import { bulkExitCode, bulkSummary, readPairs, surveyPairs } from '@semblance/wire/rows';
import type { PairCounts } from '@semblance/wire/rows';
import { bulkProfile } from './bulk/bulk-profile.ts';
import { compareRows } from './bulk/compare-rows.ts';
import type { PairSource } from './bulk/compare-rows.ts';
import { comparerOf, openLocalWorkers } from './bulk/local-comparer.ts';
import type { PairComparer } from './bulk/pair-comparer.ts';
import { readServiceType } from './compare-files.ts';
import { pairProgress } from './pair-progress.ts';
import { queueUrl } from './queue-url.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance compare` for many pairs. */
export interface BulkFlags {
  readonly json?: true;
  readonly serviceType: string;
  readonly model?: string;
  readonly out?: string;
  readonly minScore?: number;
  readonly workers?: number;
  /** Address of the queue's store; `true`: the environment names it. */
  readonly queue?: string | true;
  /** The folder that the workers of a queue share. */
  readonly pictures?: string;
  /** Seconds. */
  readonly patience: number;
}

/** Names of errors about what the user gave. */
const usageErrors: ReadonlySet<string> = new Set(['CommandError', 'ProfileError', 'RowsError']);

/** Compares every pair of a file, prints a summary and sets the exit code. */
export async function comparePairs(file: string, flags: BulkFlags): Promise<void> {
  const out = flags.out ?? `${file}.results.jsonl`;
  const counts = await asCommand(async () => {
    const survey = await surveyPairs(file);
    const { count, columns } = survey;
    return runPairs({ count, columns, name: file, read: () => readPairs(survey) }, out, flags);
  });
  reportPairs(counts, out, flags);
}

/** Compares the pairs of a source according to the options. */
async function runPairs(source: PairSource, out: string, flags: BulkFlags): Promise<PairCounts> {
  const comparer = await openComparer(path.dirname(source.name), flags);
  const progress = pairProgress(source.count);
  try {
    return await compareRows({ source, out, comparer, minScore: flags.minScore, onDone: progress.done });
  } finally {
    progress.stop();
    await comparer.close();
  }
}

/** With workers of this process, or with those of a queue. */
async function openComparer(folder: string, flags: BulkFlags): Promise<PairComparer> {
  const serviceType = readServiceType(flags.serviceType);
  const profile = await bulkProfile(flags.model);
  if (flags.queue === undefined) {
    const workers = openLocalWorkers({ profile, workers: flags.workers ?? availableParallelism() });
    return comparerOf(workers, profile, serviceType);
  }
  const { openQueueComparer } = await import('./bulk/queue-comparer.ts');
  return openQueueComparer({
    url: queueUrl(flags.queue),
    profile,
    serviceType,
    pictures: path.resolve(flags.pictures ?? folder),
    patienceMs: 1000 * flags.patience,
    onNotice: (text) => void process.stderr.write(`${text}\n`),
  });
}

/** Turns errors about the user's options and files into command errors with the exit code of wrong usage. */
export async function asCommand<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const isUsage = error instanceof Error && usageErrors.has(error.name);
    throw isUsage ? new CommandError(error.message, exitCodes.usage) : error;
  }
}

/** Prints a summary of the pairs and sets the exit code. */
function reportPairs(counts: PairCounts, out: string, { json, minScore }: BulkFlags): void {
  process.stdout.write(`${json === true ? JSON.stringify({ ...counts, out }) : bulkSummary(counts, out, minScore)}\n`);
  process.exitCode = bulkExitCode(counts);
}
