import { createWriteStream } from 'node:fs';
import { appendFile, open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { systemErrorText } from '../system-error.ts';
import { resultColumns } from './row.ts';
import type { Row, RowResult, ScoredResult } from './row.ts';
import { RowsError } from './rows-error.ts';
import { formatOf, readRows, writeHeading, writeLine } from './text-format.ts';
import type { Columns } from './text-format.ts';

/** Results of earlier runs, by key. */
export type EarlierResults = ReadonlyMap<string, ScoredResult>;

/** Rows with their results, in the order of the file. */
export type FinishedRows = AsyncIterable<readonly [Row, RowResult]> | Iterable<readonly [Row, RowResult]>;

/** The results of one run on disk. */
export interface ResultsFile {
  /** Scores of earlier runs, finished or killed. Failed rows are left out, as they are compared again. */
  readonly earlier: EarlierResults;
  /** Writes a result to disk at once. */
  readonly add: (result: RowResult) => Promise<void>;
  /** Writes the results file atomically, in the order of the rows. */
  readonly finish: (rows: FinishedRows) => Promise<void>;
}

/**
 * Opens the results of a pairs file. During a run the results are appended as lines of JSON to a file beside it (`….partial`); at the end
 * the results file is written from all of them and renamed into place. A run that is killed at any moment and repeated therefore produces
 * the same file as an uninterrupted one.
 * @throws RowsError for a file that contains something else, which is not overwritten.
 */
export async function openResults(path: string, columns: readonly string[]): Promise<ResultsFile> {
  const partial = `${path}.partial`;
  const format = formatOf(path);
  const earlier = new Map<string, ScoredResult>();
  if (await isThere(path)) await readFinished(path, earlier);
  if (await isThere(partial)) await readPartial(partial, earlier);
  const all = [...columns, ...resultColumns];
  return {
    earlier,
    add: (result) => appendFile(partial, `${JSON.stringify(result)}\n`).catch(unwritable(partial)),
    finish: async (rows) => {
      const next = `${path}.new`;
      const lines = async function* lines(): AsyncGenerator<string, void, undefined> {
        yield writeHeading(format, all);
        for await (const [row, result] of rows) yield writeLine({ ...row, ...result }, format, all);
      };
      await pipeline(lines, createWriteStream(next)).catch(unwritable(next));
      await rename(next, path).catch(unwritable(path));
      await rm(partial, { force: true });
    },
  };
}

/** Errors of the disk as such of the file; those of whoever gives the rows stay as they are. */
function unwritable(path: string): (cause: unknown) => never {
  return (cause) => {
    if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
    throw new RowsError(
      `${path} cannot be written: ${systemErrorText(cause)}. What was compared before is kept: make room or see to its rights, and run the command again.`,
      { cause },
    );
  };
}

async function readFinished(path: string, earlier: Map<string, ScoredResult>): Promise<void> {
  for await (const { columns, fault } of readRows(path)) {
    // Older versions wrote no key: such lines are recognised as results but not reused.
    const isResult = fault === undefined && ['key', 'score', 'error'].some((name) => name in columns);
    if (!isResult)
      throw new RowsError(`${path} exists and holds no results. Give another file with --out, or delete it.`);
    keep(earlier, columns);
  }
}

/** Reads the partial results, without an incomplete last line. */
async function readPartial(path: string, earlier: Map<string, ScoredResult>): Promise<void> {
  await cutAfterLastLine(path);
  for await (const { columns, fault } of readRows(path, 'jsonl')) if (fault === undefined) keep(earlier, columns);
}

const lineEnd = 0x0a;

/** Longest line, far above any line of results. */
const longestLineBytes = 1 << 20;

async function cutAfterLastLine(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - longestLineBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    const end = start + buffer.subarray(0, bytesRead).lastIndexOf(lineEnd) + 1;
    if (end < size) await file.truncate(end);
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await (await open(path)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function keep(earlier: Map<string, ScoredResult>, record: Columns): void {
  const { key, score, calibration, requestId, durationMs, attempts } = record;
  if (!key || !score) return;
  earlier.set(key, {
    score: Number(score),
    calibration: calibration || undefined,
    requestId: requestId || undefined,
    durationMs: numberOf(durationMs),
    attempts: numberOf(attempts),
    key,
  });
}

function numberOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}
