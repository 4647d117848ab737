import { extname } from 'node:path';
import { ConfigurationError } from '@semblance/client';
import { CsvError, parse } from 'csv-parse/sync';

/** How a file of rows is written. */
export type TextFormat = 'csv' | 'jsonl';

/** The format a file's name asks for; CSV unless it ends in `.jsonl` or `.ndjson`. */
export function formatOf(path: string): TextFormat {
  return /^\.(?:jsonl|ndjson)$/i.test(extname(path)) ? 'jsonl' : 'csv';
}

/** Columns and their texts. */
export type Columns = Readonly<Record<string, string>>;

/** Reads rows. @throws ConfigurationError that names the line that cannot be read. */
export function parseRows(path: string, text: string, format: TextFormat): readonly Columns[] {
  return format === 'csv' ? parseCsv(path, text) : parseJsonLines(path, text);
}

function parseCsv(path: string, text: string): readonly Columns[] {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new ConfigurationError(`${path} is not well-formed CSV: ${cause.message}`, cause);
  }
}

function parseJsonLines(path: string, text: string): readonly Columns[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [columnsOf(line, `${path}, line ${index + 1}`)]));
}

function columnsOf(line: string, where: string): Columns {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigurationError(`${where} is no JSON object: {"primary": "a.jpg", "secondary": "b.jpg"}`);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)]),
  );
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

/** A line, with its line end. CSV has every column, JSON only those that have a value. */
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
