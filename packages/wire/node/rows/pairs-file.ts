import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { resultColumns } from './row.ts';
import type { Row } from './row.ts';
import { RowsError } from './rows-error.ts';
import { readRows } from './text-format.ts';

/** Two files to compare. */
export interface FilePair {
  /** Position in the file, from 0. */
  readonly position: number;
  /** The row of the file, with all its columns. */
  readonly row: Row;
  readonly primaryPath: string;
  readonly secondaryPath: string;
}

/** A row that does not name two files; `fault` completes a sentence that begins with "row 7 ". */
export interface FaultyRow extends Pick<FilePair, 'position' | 'row'> {
  readonly fault: string;
}

/** Summary of a pairs file. */
export interface PairsSurvey {
  readonly path: string;
  /** Rows, faulty ones included. */
  readonly count: number;
  /** All columns, in order of first appearance; a line of JSON may have columns that earlier lines lack. */
  readonly columns: readonly string[];
  /** The names of the two columns with paths. */
  readonly names: readonly [string, string];
}

/** Accepted names of the two columns. */
const columnNames = [
  ['primary', 'secondary'],
  ['a', 'b'],
] as const;

/**
 * Surveys a CSV file or lines of JSON with the columns `primary` and `secondary`, or `a` and `b`, row by row.
 * @throws RowsError when the file cannot be used, with the reason.
 */
export async function surveyPairs(path: string): Promise<PairsSurvey> {
  await refuseWhatCannotBeReadTwice(path);
  const columns = new Set<string>();
  let count = 0;
  for await (const row of readRows(path)) {
    count += 1;
    for (const name of Object.keys(row.columns)) columns.add(name);
  }
  return { path, count, columns: [...columns], names: pathColumns(path, [...columns]) };
}

/** A pipe is empty when it is read again. What is not there at all is for the reader to tell. */
async function refuseWhatCannotBeReadTwice(path: string): Promise<void> {
  const facts = path === '-' ? undefined : await stat(path).catch(() => undefined);
  if (path !== '-' && (facts === undefined || facts.isFile() || facts.isDirectory())) return;
  throw new RowsError(
    `${path} is no file. Pairs are read twice, which a pipe does not allow: write them to a file and name that.`,
  );
}

/** Reads the pairs one by one; paths are relative to the file itself. */
export async function* readPairs({ path, names }: PairsSurvey): AsyncGenerator<FilePair | FaultyRow, void, undefined> {
  const directory = dirname(path);
  let position = 0;
  for await (const { columns: row, fault } of readRows(path)) {
    const [primary = '', secondary = ''] = names.map((name) => row[name]);
    const lacking = primary === '' ? names[0] : secondary === '' ? names[1] : undefined;
    const wrong = fault ?? (lacking === undefined ? undefined : `lacks "${lacking}"`);
    if (wrong === undefined)
      yield { position, row, primaryPath: resolve(directory, primary), secondaryPath: resolve(directory, secondary) };
    else yield { position, row, fault: wrong };
    position += 1;
  }
}

function pathColumns(path: string, columns: readonly string[]): readonly [string, string] {
  if (columns.length === 0) throw new RowsError(`${path} has no pairs.`);
  const taken = columns.find((name) => (resultColumns as readonly string[]).includes(name));
  if (taken !== undefined)
    throw new RowsError(`${path}: the column "${taken}" is one that results add; give it another name.`);
  const names = columnNames.find((pair) => pair.every((name) => columns.includes(name)));
  if (names !== undefined) return names;
  const hint = 'The first line names the columns: primary,secondary (or a,b), and any further ones.';
  throw new RowsError(`${path} has the columns ${columns.map((name) => `"${name}"`).join(', ')}. ${hint}`);
}
