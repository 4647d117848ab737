import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { systemErrorText } from '@semblance/wire/system-error';
import { checkCases } from '../../record/recorded-case.ts';
import type { RecordedCase } from '../../record/recorded-case.ts';

/**
 * Reads recorded cases: one per line as `--record` writes them, or a JSON list.
 * @throws Error that names the file and what is wrong with it.
 */
export function readCases(file: string): readonly RecordedCase[] {
  const text = readText(file);
  const cases = /^\s*\[/.test(text)
    ? parse(text, file)
    : linesOf(text).map((line, index) => parse(line, `${file}, line ${index + 1}`));
  try {
    checkCases(cases);
    return cases;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${systemErrorText(cause)}.`, { cause });
  }
}

function linesOf(text: string): readonly string[] {
  return wholeLines(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** The text without an incomplete last line, as left by a killed recording; a complete line without a line end is kept. */
function wholeLines(text: string): string {
  const begin = text.lastIndexOf('\n') + 1;
  try {
    if (begin < text.length) JSON.parse(text.slice(begin));
    return text;
  } catch {
    return text.slice(0, begin);
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(
      `${where}: this is no JSON. Record cases with --record, or with mock.record() and JSON.stringify.`,
      { cause },
    );
  }
}

/** Writes a recording: each case is appended as one line at once, so that nothing is lost when the process is killed. */
export interface CaseWriter {
  readonly write: (recorded: RecordedCase) => void;
}

/** Opens a file for a recording. @throws Error when the file cannot be written. */
export function openCases(file: string): CaseWriter {
  try {
    appendFileSync(file, '');
    endLine(file);
  } catch (cause) {
    throw new Error(
      `--record ${file} cannot be written: ${systemErrorText(cause)}; name a file in a directory of this user's.`,
      { cause },
    );
  }
  return { write: (recorded) => appendFileSync(file, `${JSON.stringify(recorded)}\n`) };
}

/** Removes an incomplete last line, which would otherwise merge with the next one. */
function endLine(file: string): void {
  const text = readFileSync(file, 'utf8');
  const whole = wholeLines(text);
  if (whole !== text) truncateSync(file, Buffer.byteLength(whole));
  else if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n');
}
