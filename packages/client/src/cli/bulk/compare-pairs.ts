import { resolve } from 'node:path';
import { ConfigurationError } from '@semblance/client';
import type { Client } from '@semblance/client';
import {
  bulkExitCode,
  bulkSummary,
  countPairs,
  createDigests,
  digest,
  openResults,
  readPairs,
  RowsError,
  surveyPairs,
} from '@semblance/wire/rows';
import type { Digests, FilePair, ResultsFile, RowResult } from '@semblance/wire/rows';
import { SingleBar } from 'cli-progress';
import type { CompareCommandOptions } from '../command-options.ts';
import type { Output } from '../output.ts';
import { compareRows } from './compare-rows.ts';
import type { RowContext } from './compare-rows.ts';

type BulkOptions = CompareCommandOptions & { readonly pairs: string };

/**
 * Compares every pair of a file and writes one result per row, in the order of the rows. After an interruption the next run continues where
 * it stopped; a row is compared again when anything that affects its score has changed.
 * @returns the exit code.
 */
export async function comparePairs(client: Client, options: BulkOptions, output: Output): Promise<number> {
  try {
    return await compareFile(client, options, output);
  } catch (error) {
    throw error instanceof RowsError ? new ConfigurationError(error.message, error) : error;
  }
}

async function compareFile(client: Client, options: BulkOptions, output: Output): Promise<number> {
  const out = options.out ?? `${options.pairs}.results.jsonl`;
  if (resolve(out) === resolve(options.pairs))
    throw new ConfigurationError('--out is the file with the pairs itself; results need a file of their own.');
  const { pairs, columns } = await pairsIn(options.pairs);
  const results = await openResults(out, columns);
  const digests = createDigests();
  const keyOf = (pair: FilePair): Promise<string> => rowKey(pair, options, digests);
  const withDetails = options.details === true;
  const { concurrency, qps } = options;
  const context = { client, digests, keyOf, withDetails, concurrency, qps };
  const found = await reusable(pairs, { results, context, output });
  const reused = found.filter((result) => result !== undefined).length;
  if (reused > 0) output.error(`${reused} of ${pairs.length} pairs are already in ${out}.`);
  const all = await compareRest(pairs, found, { results, context });
  await results.finish(pairs.map(({ row }, index) => [row, all[index] as RowResult]));
  return report(all, { ...options, out, reused }, output);
}

/** All pairs of a file. @throws RowsError for a faulty row, before anything is sent. */
async function pairsIn(
  path: string,
): Promise<{ readonly pairs: readonly FilePair[]; readonly columns: readonly string[] }> {
  const survey = await surveyPairs(path);
  const pairs: FilePair[] = [];
  for await (const pair of readPairs(survey)) {
    if ('fault' in pair) throw new ConfigurationError(`${path}: row ${pair.position + 1} ${pair.fault}.`);
    pairs.push(pair);
  }
  return { pairs, columns: survey.columns };
}

interface Run {
  readonly results: ResultsFile;
  readonly context: RowContext;
}

/**
 * Earlier results that are still valid. Scores of another calibration are not reused; one known row is compared again to find out which
 * calibration the engine has now.
 */
async function reusable(
  pairs: readonly FilePair[],
  { results, context, output }: Run & { readonly output: Output },
): Promise<(RowResult | undefined)[]> {
  if (results.earlier.size === 0) return pairs.map(() => undefined);
  const found: (RowResult | undefined)[] = [];
  for (const pair of pairs) found.push(results.earlier.get(await context.keyOf(pair)));
  const versions = new Set(found.flatMap((result) => result?.calibration ?? []));
  const probe = found.findIndex((result) => result?.calibration !== undefined);
  const pair = pairs[probe];
  if (pair === undefined) return found;
  const { value } = await compareRows([pair], context).next();
  const fresh = value?.result;
  if (fresh?.score === undefined || (versions.size === 1 && versions.has(fresh.calibration ?? ''))) return found;
  output.error(
    `The engine has another calibration by now, ${fresh.calibration ?? 'unnamed'}: its earlier scores are not used.`,
  );
  await results.add(fresh);
  return found.map((result, index) =>
    index === probe ? fresh : result?.calibration === fresh.calibration ? result : undefined,
  );
}

async function compareRest(
  pairs: readonly FilePair[],
  found: (RowResult | undefined)[],
  { results, context }: Run,
): Promise<readonly RowResult[]> {
  const all = [...found];
  const left = pairs.filter(({ position }) => found[position] === undefined);
  const bar = progressBar();
  bar.start(pairs.length, pairs.length - left.length, { failed: 0 });
  let failed = 0;
  try {
    for await (const { pair, result } of compareRows(left, context)) {
      await results.add(result);
      all[pair.position] = result;
      if (result.score === undefined) failed += 1;
      bar.increment(1, { failed });
    }
  } finally {
    bar.stop();
  }
  return all.filter((result) => result !== undefined);
}

/** A short digest of everything that affects a row's score. */
async function rowKey(
  { row, primaryPath, secondaryPath }: FilePair,
  options: BulkOptions,
  digests: Digests,
): Promise<string> {
  const { endpoint, instance, serviceType, fit } = options;
  const contents = await Promise.all([digests.of(primaryPath), digests.of(secondaryPath)]);
  return digest(JSON.stringify([row, contents, endpoint, instance, serviceType ?? null, fit ?? false])).slice(0, 32);
}

function report(
  all: readonly RowResult[],
  { out, reused, minScore, json }: BulkOptions & { readonly out: string; readonly reused: number },
  output: Output,
): number {
  const counts = countPairs(all, { reused, minScore });
  output.out(json === true ? JSON.stringify({ ...counts, out }) : bulkSummary(counts, out, minScore));
  return bulkExitCode(counts);
}

/** A progress bar on standard error, so that results can be piped; it is not drawn without a terminal. */
function progressBar(): SingleBar {
  return new SingleBar({
    format: '{bar} {percentage}%  {value}/{total} pairs, {failed} failed, {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  });
}
