import { appendFileSync, readFileSync } from 'node:fs';
import { checkCases } from '../../record/recorded-case.ts';
import type { RecordedCase } from '../../record/recorded-case.ts';

/**
 * Reads recorded cases: one per line as `--record` writes them, or a JSON list.
 * @throws Error that says which file, and what is wrong with it.
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
    throw new Error(`${file} cannot be read (${reasonOf(cause)}).`, { cause });
  }
}

/** A line without an end was cut off when its recording was killed: it is left out. */
function linesOf(text: string): readonly string[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line.trim() !== '');
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

/** Where a recording goes: each case is added as one line at once, so that nothing is lost when the process is killed. */
export interface CaseWriter {
  readonly write: (recorded: RecordedCase) => void;
}

/** @throws Error when the file cannot be written, before anything was recorded. */
export function openCases(file: string): CaseWriter {
  try {
    // A line that was cut off must not swallow the next one.
    appendFileSync(file, endsInLine(file) ? '' : '\n');
  } catch (cause) {
    throw new Error(
      `--record ${file} cannot be written (${reasonOf(cause)}): name a file in a directory of this user's.`,
      { cause },
    );
  }
  return { write: (recorded) => appendFileSync(file, `${JSON.stringify(recorded)}\n`) };
}

function endsInLine(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' || text.endsWith('\n');
  } catch {
    return true;
  }
}

/** The system's code for what went wrong with a file. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
