import type { FileHandle } from 'node:fs/promises';
import { isSemblanceError } from '@semblance/client';
import type { Client, PairOutcome } from '@semblance/client';
import { SingleBar } from 'cli-progress';
import type { CompareCommandOptions } from './command-options.ts';
import { exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';
import { readPairs } from './pairs-file.ts';
import type { FilePair } from './pairs-file.ts';
import { openResults, readResults } from './results-file.ts';

/** Compares every pair of a CSV file. Run again after an interruption, it goes on where it stopped. @returns the exit code. */
export async function comparePairs(
  client: Client,
  options: CompareCommandOptions & { pairs: string },
  output: Output,
): Promise<number> {
  const out = options.out ?? `${options.pairs}.results.jsonl`;
  const pairs = await readPairs(options.pairs);
  const earlier = await readResults(out);
  const left = pairs.filter(({ row }) => !earlier.has(row));
  if (left.length < pairs.length)
    output.error(`${pairs.length - left.length} of ${pairs.length} pairs are already in ${out}.`);
  const results = await openResults(out);
  const bar = progressBar();
  bar.start(pairs.length, pairs.length - left.length, { failed: 0 });
  const counts = { compared: 0, failed: 0 };
  try {
    const { concurrency, qps } = options;
    for await (const outcome of client.compareMany(left, { concurrency, qps, order: 'completion' })) {
      await write(results, outcome);
      counts[outcome.ok ? 'compared' : 'failed'] += 1;
      bar.increment(1, { failed: counts.failed });
    }
  } finally {
    bar.stop();
    await results.close();
  }
  if (options.json === true) output.out(JSON.stringify({ pairs: pairs.length, ...counts, out }));
  else output.out(`${counts.compared} pairs compared, ${counts.failed} failed. Results: ${out}`);
  return counts.failed === 0 ? exitCodes.ok : exitCodes.somePairsFailed;
}

/** On standard error, so that results can be piped; nothing is drawn where there is no terminal. */
function progressBar(): SingleBar {
  return new SingleBar({
    format: '{bar} {percentage}%  {value}/{total} pairs, {failed} failed, {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  });
}

async function write(results: FileHandle, outcome: PairOutcome<FilePair>): Promise<void> {
  await results.appendFile(`${JSON.stringify({ ...outcome.pair.row, ...resultOf(outcome) })}\n`);
}

function resultOf(outcome: PairOutcome): Readonly<Record<string, unknown>> {
  if (outcome.ok) return { score: outcome.comparison.score, requestId: outcome.comparison.requestId };
  const { error } = outcome;
  if (!isSemblanceError(error)) throw error;
  const { code, message, retryable, requestId } = error;
  return { error: { code, message, retryable, requestId } };
}
