import { appendFile, open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { FilePair } from './pairs-file.ts';

type Row = FilePair['row'];

/** What a run has already found out. */
export interface EarlierResults {
  /** Whether this row has a score already. A row that failed is compared again. */
  readonly has: (row: Row) => boolean;
  readonly count: number;
}

/** Reads the results of an interrupted run. A last line that was cut off counts as not written. */
export async function readResults(path: string): Promise<EarlierResults> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const done = new Set<string>();
  for (const line of text.split('\n')) {
    const result = parseLine(line);
    if (result !== undefined && typeof result['score'] === 'number') done.add(keyOf(result));
  }
  if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n');
  return { has: (row) => done.has(keyOf(row)), count: done.size };
}

/** Opens the file for more lines. */
export async function openResults(path: string): Promise<FileHandle> {
  return open(path, 'a');
}

/** A row is known by its pictures and its id, if it has one. */
function keyOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([row['primary'], row['secondary'], row['id'] ?? null]);
}

function parseLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
