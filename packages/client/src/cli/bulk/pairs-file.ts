import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '@semblance/client';
import { columnsIn, resultColumns } from './row.ts';
import type { Row } from './row.ts';
import { formatOf, parseRows } from './text-format.ts';

/** Two files to compare. */
export interface FilePair {
  /** Position in the file, from 0. */
  readonly position: number;
  /** The row as it is in the file, further columns included. */
  readonly row: Row;
  readonly primaryPath: string;
  readonly secondaryPath: string;
}

/** Names of the two columns that are accepted. */
const columnNames = [
  ['primary', 'secondary'],
  ['a', 'b'],
] as const;

/**
 * Reads a CSV file or lines of JSON with the columns `primary` and `secondary`, or `a` and `b`; paths are relative to the file itself.
 * @throws ConfigurationError that says what the file lacks.
 */
export async function readPairs(path: string): Promise<readonly FilePair[]> {
  const rows = parseRows(path, await readText(path), formatOf(path));
  const names = pathColumns(path, columnsIn(rows));
  const directory = dirname(path);
  return rows.map((row, position) => {
    const [primary = '', secondary = ''] = names.map((name) => row[name]);
    if (primary === '' || secondary === '')
      throw new ConfigurationError(`${path}: row ${position + 1} lacks "${primary === '' ? names[0] : names[1]}".`);
    return { position, row, primaryPath: resolve(directory, primary), secondaryPath: resolve(directory, secondary) };
  });
}

/** The names of the two columns with paths. */
function pathColumns(path: string, columns: readonly string[]): readonly [string, string] {
  if (columns.length === 0) throw new ConfigurationError(`${path} has no pairs.`);
  const taken = columns.find((name) => (resultColumns as readonly string[]).includes(name));
  if (taken !== undefined)
    throw new ConfigurationError(`${path}: the column "${taken}" is one that results add; give it another name.`);
  const names = columnNames.find((pair) => pair.every((name) => columns.includes(name)));
  if (names !== undefined) return names;
  const hint = 'The first line names the columns: primary,secondary (or a,b), and any further ones.';
  throw new ConfigurationError(`${path} has the columns ${columns.map((name) => `"${name}"`).join(', ')}. ${hint}`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(`The file with the pairs, ${path}, cannot be read.`, cause);
  }
}
