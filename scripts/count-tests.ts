import { stripVTControlCharacters } from 'node:util';

/** Tests that a run reported. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the summary lines of vitest (`Tests  1 failed | 2 passed | 3 skipped (6)`) in a run's output. */
export function countTests(output: string): TestCount {
  const summaries = stripVTControlCharacters(output).matchAll(/^.*\bTests {2}(.+)\(\d+\)/gm);
  const lines = [...summaries].map((match) => match[1] ?? '');
  const sum = (word: string): number =>
    lines.reduce((total, line) => total + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The tests that failed for good, each once, as vitest heads their reports (` FAIL  file > suite > test`). */
export function failedTests(output: string): readonly string[] {
  const heads = stripVTControlCharacters(output).matchAll(/^.*\bFAIL {2}(.+)$/gm);
  return [...new Set([...heads].map((match) => match[1] ?? ''))];
}

/** The tests that passed only when they were tried again, as the reporter of `vitest.shared.ts` names them. */
export function retriedTests(output: string): readonly string[] {
  return [...stripVTControlCharacters(output).matchAll(/^.*\bRETRIED {2}(.+)$/gm)].map((match) => match[1] ?? '');
}
