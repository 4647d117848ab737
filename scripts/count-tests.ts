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

/** How a step ended. */
export interface StepOutcome {
  readonly ok: boolean;
  readonly failedTests: readonly string[];
  readonly retriedTests: readonly string[];
}

/**
 * What passed only at a second try, of a step that failed and was run once more: tests tried again in either run, and what had failed, once all passes. Where
 * the step fails again it is not known what of that was run at all.
 */
export function passedAtSecondTry(first: StepOutcome, second: StepOutcome): readonly string[] {
  const failedBefore = first.failedTests.length > 0 ? first.failedTests : ['the step as a whole'];
  return [...new Set([...first.retriedTests, ...second.retriedTests, ...(second.ok ? failedBefore : [])])];
}

/** The tests that passed only when they were tried again, as the reporter of `vitest.shared.ts` names them. */
export function retriedTests(output: string): readonly string[] {
  return [...stripVTControlCharacters(output).matchAll(/^.*\bRETRIED {2}(.+)$/gm)].map((match) => match[1] ?? '');
}
