import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { systemErrorText } from '../system-error.ts';
import { RowsError } from './rows-error.ts';

/** Format of a file of rows. */
export type TextFormat = 'csv' | 'jsonl';

/** The format for a file name: CSV unless it ends in `.jsonl` or `.ndjson`. */
export function formatOf(path: string): TextFormat {
  return /^\.(?:jsonl|ndjson)$/i.test(extname(path)) ? 'jsonl' : 'csv';
}

/** The texts of a row, by column. */
export type Columns = Readonly<Record<string, string>>;

/** A row read; `fault` says what is wrong with it and completes a sentence that begins with "row 7 ". */
export interface ReadRow {
  readonly columns: Columns;
  readonly fault?: string;
}

/**
 * Reads the rows of a file one by one, without loading all of it. A faulty row is yielded with its fault.
 * @throws RowsError for an unreadable file, or one that cannot be parsed further (unterminated quotes).
 */
export function readRows(path: string, format: TextFormat = formatOf(path)): AsyncGenerator<ReadRow, void, undefined> {
  return format === 'csv' ? readCsv(path) : readJsonLines(path);
}

async function* readCsv(path: string): AsyncGenerator<ReadRow, void, undefined> {
  const options = {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
  };
  // An error of the file ends the parser and surfaces in the loop below.
  const parser = pipeline(createReadStream(path), parse(options), () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      const isWhole = info.error === undefined;
      yield isWhole
        ? { columns: record }
        : { columns: record, fault: 'has another number of fields than the first line' };
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new RowsError(`${path} is not well-formed CSV: ${cause.message}`, { cause });
    throw unreadable(path, cause);
  }
}

interface CsvRecord {
  readonly record: Columns;
  readonly info: { readonly error?: CsvError };
}

async function* readJsonLines(path: string): AsyncGenerator<ReadRow, void, undefined> {
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  let isFirst = true;
  // The file is closed at its end and when the loop is left early.
  for await (const line of file.readLines()) {
    const text = isFirst ? line.replace(/^\uFEFF/, '') : line;
    isFirst = false;
    if (text.trim() !== '') yield columnsOf(text);
  }
}

/** Errors of the file system are the user's; anything else is a bug. */
function unreadable(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  return new RowsError(`${path} cannot be read: ${systemErrorText(cause)}.`, { cause });
}

function columnsOf(line: string): ReadRow {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { columns: {}, fault: 'is no JSON object such as {"primary": "a.jpg", "secondary": "b.jpg"}' };
  const columns = Object.entries(value).map(([name, field]) => [
    name,
    typeof field === 'string' ? field : JSON.stringify(field),
  ]);
  return { columns: Object.fromEntries(columns) as Columns };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Fields of a line: texts, and the numbers of a result. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

/** A line, with its line end. CSV has every column, JSON only those with a value. */
export function writeLine(fields: Fields, format: TextFormat, columns: readonly string[]): string {
  if (format === 'jsonl') return `${JSON.stringify(fields)}\n`;
  return `${columns.map((name) => quoted(String(fields[name] ?? ''))).join(',')}\n`;
}

/** The first line of a CSV file; nothing for lines of JSON. */
export function writeHeading(format: TextFormat, columns: readonly string[]): string {
  return format === 'csv' ? `${columns.map(quoted).join(',')}\n` : '';
}

/** @source RFC 4180, section 2. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
