import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { readCommandLine, refuseCommandLine } from './command-line.ts';
import { countTests, failedTests, passedAtSecondTry, retriedTests } from './count-tests.ts';
import type { StepOutcome, TestCount } from './count-tests.ts';

/** Everything that has to hold before a change lands, in the order of cost. `npm run check -- types tests` runs some. */
const steps: Readonly<Record<string, readonly string[]>> = {
  lock: ['npm', 'run', 'lock-complete'],
  licences: ['npm', 'run', 'licences'],
  format: ['npm', 'run', 'format:check'],
  lint: ['npm', 'run', 'lint'],
  generated: ['npm', 'run', 'generated-fresh'],
  openapi: ['npm', 'run', 'lint:openapi', '--workspace', 'spec'],
  drill: ['npm', 'run', 'drill:contract'],
  arrows: ['npm', 'run', 'arrows'],
  unused: ['npm', 'run', 'unused'],
  types: ['npm', 'run', 'typecheck', '--', '--output-logs=errors-only'],
  tests: ['npm', 'test', '--', '--continue'],
  build: ['npm', 'run', 'build', '--', '--output-logs=errors-only'],
  packages: ['npm', 'run', 'check:packages'],
  size: ['npm', 'run', 'size', '--workspace', 'packages/client'],
  browser: ['npm', 'run', 'test:browser'],
  // Runtimes, bundlers, frameworks and the READMEs' commands, on packed and installed packages; much of it waits for the registry.
  installed: ['npm', 'run', 'test:installed'],
};

interface StepResult extends TestCount, StepOutcome {
  readonly name: string;
  readonly seconds: number;
}

function runStep(name: string, command: readonly string[]): StepResult {
  const started = performance.now();
  const [program = '', ...parameters] = command;
  const run = spawnSync(program, parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  const output = `${run.stdout}${run.stderr}`;
  const ok = run.status === 0;
  if (!ok) console.log(output);
  const seconds = (performance.now() - started) / 1000;
  const named = { failedTests: failedTests(output), retriedTests: retriedTests(output) };
  return { name, ok, seconds, ...countTests(output), ...named };
}

/** Runs a step and says how it ended. */
function reportedStep(name: string, command: readonly string[]): StepResult {
  const result = runStep(name, command);
  const tests = result.passed + result.failed > 0 ? `, ${result.passed} tests passed` : '';
  console.log(`  ${result.ok ? 'ok' : 'FAILED'} in ${result.seconds.toFixed(1)} s${tests}`);
  return result;
}

/**
 * Many tests start servers, browsers and stores, and a machine that nobody watches may be slower than any of them foresaw. There a step that failed
 * is run once more after all others; turbo keeps what passed. The tests that needed it are named.
 */
function secondTry(first: StepResult, command: readonly string[]): StepResult {
  if (first.ok || process.env['CI'] === undefined) return first;
  console.log(`> ${first.name}, once more: what failed in it`);
  const second = reportedStep(first.name, command);
  return { ...second, retriedTests: passedAtSecondTry(first, second) };
}

const help = `npm run check -- [name …]

Runs everything that has to hold before a change lands, or the checks that are named:
  ${Object.keys(steps).join(', ')}

  npm run check -- types tests
`;
const { positionals: wanted } = readCommandLine(help, { allowPositionals: true });
const unknown = wanted.find((name) => !Object.hasOwn(steps, name));
if (unknown !== undefined) refuseCommandLine(`There is no check "${unknown}"`, help);
const chosen = Object.entries(steps).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const firstResults = chosen.map(([name, command]) => {
  console.log(`> ${name}`);
  return { first: reportedStep(name, command), command };
});
const results = firstResults.map(({ first, command }) => secondTry(first, command));
const sum = (key: keyof TestCount): number => results.reduce((total, result) => total + result[key], 0);
const failedSteps = results.filter((result) => !result.ok).map((result) => result.name);
// At the end, where a log that is cut off still has it.
for (const { name, failedTests: failed, retriedTests: retried } of results) {
  for (const test of retried) console.log(`passed at the second try in ${name}: ${test}`);
  for (const test of failed) console.log(`failed in ${name}: ${test}`);
}
if (failedSteps.length > 0) console.log(`failed checks: ${failedSteps.join(', ')}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(failedSteps.length === 0 ? 0 : 1);
