import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { countPairs, createDigests, digest, openResults, RowsError } from '@semblance/wire/rows';
import type { Digests, FaultyRow, FilePair, PairCounts, ResultsFile, Row, RowResult } from '@semblance/wire/rows';
import type { PairComparer, PairDigests } from './pair-comparer.ts';
import { readBounded } from './read-picture-file.ts';

/** A source of pairs that can be iterated several times. */
export interface PairSource {
  readonly count: number;
  /** Columns of their rows. */
  readonly columns: readonly string[];
  readonly read: () => AsyncIterable<FilePair | FaultyRow>;
  /** Name of the source for messages; results cannot be written to it. */
  readonly name: string;
}

/** Input of a run. */
export interface BulkRun {
  readonly source: PairSource;
  /** File of the results, CSV or lines of JSON by its name. */
  readonly out: string;
  readonly comparer: PairComparer;
  /** Scores below it are counted. */
  readonly minScore: number | undefined;
  /** Called for every finished pair. */
  readonly onDone: (how: 'compared' | 'reused' | 'failed') => void;
  /** What is written of the results, and in which order; all in the order of the pairs without it. */
  readonly arrange?: (rows: readonly FinishedRow[]) => readonly FinishedRow[];
}

/** A row and what became of it. */
export type FinishedRow = readonly [Row, RowResult];

/** Code of a row that does not name two files. */
const rowInvalid = 'RowInvalid';

/**
 * Compares pairs, several at once, and writes one result for each, in their order. After an interruption the next run continues where it
 * stopped and writes the same file as an uninterrupted one. A pair that cannot be compared is a result with `errorCode`, and is compared
 * again by the next run. Memory holds a result per pair (about 300 bytes) and the pictures in progress.
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
  await results.finish(
    run.arrange === undefined ? inOrder(source, found) : run.arrange(await all(inOrder(source, found))),
  );
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
  comparer.release?.(pair);
  return { result, how: 'compared' };
}

/** A short digest of everything that affects a score. */
function rowKey(row: Row, contents: PairDigests, identity: string): string {
  return digest(JSON.stringify([row, contents, identity])).slice(0, 32);
}

async function readForDigest(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readBounded(path);
  return bytes.ok ? bytes.value : undefined;
}

async function all(rows: AsyncIterable<FinishedRow>): Promise<readonly FinishedRow[]> {
  const kept: FinishedRow[] = [];
  for await (const row of rows) kept.push(row);
  return kept;
}

/** Iterates the pairs again, each with its result. */
async function* inOrder(
  { read, name }: PairSource,
  found: readonly RowResult[],
): AsyncGenerator<FinishedRow, void, undefined> {
  for await (const { row, position } of read()) {
    const result = found[position];
    if (result === undefined) throw new RowsError(`${name} was changed while it was compared. Run the command again.`);
    yield [row, result];
  }
}
