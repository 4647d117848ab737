import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { countPairs, createDigests, digest, openResults, RowsError } from '@semblance/wire/rows';
import type { Digests, FaultyRow, FilePair, PairCounts, ResultsFile, Row, RowResult } from '@semblance/wire/rows';
import type { PairComparer, PairDigests } from './pair-comparer.ts';
import { readBounded } from './read-picture-file.ts';

/** Pairs that come one by one, as often as they are asked for. */
export interface PairSource {
  readonly count: number;
  /** Columns of their rows. */
  readonly columns: readonly string[];
  readonly read: () => AsyncIterable<FilePair | FaultyRow>;
  /** What they come from, for messages; the results cannot be written there. */
  readonly name: string;
}

/** What a run does. */
export interface BulkRun {
  readonly source: PairSource;
  /** File of the results, CSV or lines of JSON by its name. */
  readonly out: string;
  readonly comparer: PairComparer;
  /** Scores below it are counted. */
  readonly minScore: number | undefined;
  /** Hears of every pair that is done. */
  readonly onDone: (how: 'compared' | 'reused' | 'failed') => void;
}

/** The code of a row that names no two files. */
const rowInvalid = 'RowInvalid';

/**
 * Compares pairs, several at once, and writes one result for each, in their order. Run again after an interruption it goes on where it
 * stopped, and ends in the file that an unbroken run ends in. A pair that cannot be compared is a result with `errorCode`, and compared
 * again by the next run. Held in memory: a result for each pair (some 300 bytes), pictures of those under way.
 * @throws RowsError for files that cannot be used
 */
export async function compareRows(run: BulkRun): Promise<PairCounts> {
  const { source, out, comparer, minScore, onDone } = run;
  if (resolve(out) === resolve(source.name))
    throw new RowsError('--out is the file with the pairs itself; results need a file of their own.');
  const results = await openResults(out, source.columns);
  const digests = createDigests(readForDigest);
  const found: RowResult[] = [];
  let reused = 0;
  const one = async (pair: FilePair | FaultyRow): Promise<void> => {
    const { result, how } = await resultOf(pair, { comparer, results, digests });
    found[pair.position] = result;
    if (how === 'reused') reused += 1;
    onDone(result.score === undefined ? 'failed' : how);
  };
  await Readable.from(source.read()).forEach(one, { concurrency: comparer.concurrency });
  await results.finish(inOrder(source, found));
  return countPairs(found, { reused, minScore });
}

interface RowContext {
  readonly comparer: PairComparer;
  readonly results: ResultsFile;
  readonly digests: Digests;
}

async function resultOf(
  pair: FilePair | FaultyRow,
  { comparer, results, digests }: RowContext,
): Promise<{ readonly result: RowResult; readonly how: 'compared' | 'reused' }> {
  const keyOf = (contents: PairDigests): string => rowKey(pair.row, contents, comparer.identity);
  if ('fault' in pair) {
    const errorMessage = `Row ${pair.position + 1} ${pair.fault}.`;
    return { result: { errorCode: rowInvalid, errorMessage, key: keyOf([undefined, undefined]) }, how: 'compared' };
  }
  if (results.earlier.size > 0) {
    const contents = await Promise.all([digests.of(pair.primaryPath), digests.of(pair.secondaryPath)]);
    const earlier = results.earlier.get(keyOf(contents));
    if (earlier !== undefined) return { result: earlier, how: 'reused' };
  }
  const { digests: contents, ...outcome } = await comparer.compare(pair);
  const result = { ...outcome, key: keyOf(contents) };
  await results.add(result);
  return { result, how: 'compared' };
}

/** All that decides a score, as one short text. */
function rowKey(row: Row, contents: PairDigests, identity: string): string {
  return digest(JSON.stringify([row, contents, identity])).slice(0, 32);
}

async function readForDigest(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readBounded(path);
  return bytes.ok ? bytes.value : undefined;
}

/** The pairs once more, each with its result. */
async function* inOrder(
  { read, name }: PairSource,
  found: readonly RowResult[],
): AsyncGenerator<readonly [Row, RowResult], void, undefined> {
  for await (const { row, position } of read()) {
    const result = found[position];
    if (result === undefined) throw new RowsError(`${name} was changed while it was compared. Run the command again.`);
    yield [row, result];
  }
}
