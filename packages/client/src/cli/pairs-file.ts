import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '@semblance/client';
import { file } from '@semblance/client/node';
import { CsvError, parse } from 'csv-parse/sync';

/** A row of a pairs file. */
export interface FilePair {
  readonly primary: ReturnType<typeof file>;
  readonly secondary: ReturnType<typeof file>;
  /** The row as it is in the file, further columns included. */
  readonly row: Readonly<Record<string, string>>;
}

/** Reads a CSV file with the columns `primary` and `secondary`; its paths are relative to the file itself. */
export async function readPairs(path: string): Promise<FilePair[]> {
  const rows = parseRows(path, await readText(path));
  const directory = dirname(path);
  return rows.map((row, index) => {
    const { primary = '', secondary = '' } = row;
    if (primary === '' || secondary === '') {
      throw new ConfigurationError(
        `${path}: row ${index + 1} lacks "primary" or "secondary". The first line has to name the columns: primary,secondary`,
      );
    }
    return { primary: file(resolve(directory, primary)), secondary: file(resolve(directory, secondary)), row };
  });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(`The file with the pairs, ${path}, cannot be read.`, cause);
  }
}

function parseRows(path: string, text: string): Readonly<Record<string, string>>[] {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new ConfigurationError(`${path} is not well-formed CSV: ${cause.message}`, cause);
  }
}
