import { appendFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { ConfigurationError } from '@semblance/client';
import { resultColumns } from './row.ts';
import type { Row, RowResult, ScoredResult } from './row.ts';
import { formatOf, parseRows, writeHeading, writeLine } from './text-format.ts';
import type { Columns } from './text-format.ts';

/** Results by key: what earlier runs found out. */
export type EarlierResults = ReadonlyMap<string, ScoredResult>;

/** The results of one run on disk. */
export interface ResultsFile {
  /** Scores of earlier runs, finished or killed. A row that failed is not among them: it is compared again. */
  readonly earlier: EarlierResults;
  /** Puts a result on disk at once. */
  readonly add: (result: RowResult) => Promise<void>;
  /** Writes the file itself, in the order of the rows, in one step. */
  readonly finish: (rows: readonly (readonly [Row, RowResult])[]) => Promise<void>;
}

/**
 * Opens the results of a pairs file. While a run lasts, its results are lines of JSON beside the file, in the order they come
 * (`….partial`); when it ends, the file is written anew from all of them and renamed into place. So a run that is killed at any moment,
 * and run again, ends in the file that an unbroken one ends in.
 * @throws ConfigurationError for a file that holds something else: it is not overwritten.
 */
export async function openResults(path: string, columns: readonly string[]): Promise<ResultsFile> {
  const partial = `${path}.partial`;
  const format = formatOf(path);
  const earlier = new Map<string, ScoredResult>();
  for (const record of await readFinished(path)) keep(earlier, record);
  for (const record of await readPartial(partial)) keep(earlier, record);
  const all = [...columns, ...resultColumns];
  return {
    earlier,
    add: (result) => appendFile(partial, `${JSON.stringify(result)}\n`),
    finish: async (rows) => {
      const lines = rows.map(([row, result]) => writeLine({ ...row, ...result }, format, all));
      const next = `${path}.new`;
      await writeFile(next, writeHeading(format, all) + lines.join(''));
      await rename(next, path);
      await rm(partial, { force: true });
    },
  };
}

async function readFinished(path: string): Promise<readonly Columns[]> {
  const text = await textOf(path);
  if (text.trim() === '') return [];
  const records = parseRows(path, text, formatOf(path));
  // Older versions of this command wrote no key: such lines are results, but none that can be trusted.
  const isResult = records.every((record) => 'key' in record || 'score' in record || 'error' in record);
  if (isResult) return records;
  throw new ConfigurationError(`${path} exists and holds no results. Give another file with --out, or delete it.`);
}

/** A last line that was cut off counts as not written. */
async function readPartial(path: string): Promise<readonly Columns[]> {
  const text = await textOf(path);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  return parseRows(path, whole, 'jsonl');
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
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
