import { styleText } from 'node:util';
import { expect, test } from 'vitest';
import { countTests, failedTests, passedAtSecondTry, retriedTests } from '../../scripts/count-tests.ts';

const red = (text: string): string => styleText('red', text, { validateStream: false });

/** What a run prints for two packages: coloured, some lines headed by the task that printed them. */
const output = [
  'spec:test:  ✓ test/a.test.ts (2 tests) 5ms',
  'spec:test: RETRIED  test/a.test.ts > suite > was busy',
  `spec:test:       ${red('Tests')}  2 passed (2)`,
  `@semblance/engine:test: ${red(' FAIL ')} test/b.test.ts > suite > breaks (initial run, 1st retry)`,
  `@semblance/engine:test: ${red(' FAIL ')} test/b.test.ts > suite > breaks (initial run, 1st retry)`,
  ` FAIL  packed/c.test.ts [ packed/c.test.ts ]`,
  `@semblance/engine:test:       Tests  1 failed | 4 passed | 3 skipped (8)`,
  'Tests  are not counted in prose, and a FAIL is none without two spaces',
].join('\n');

test('the summaries of all packages are added up', () => {
  expect(countTests(output)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  expect(countTests('')).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('what failed is named once, tests and files that did not load', () => {
  expect(failedTests(output)).toEqual([
    'test/b.test.ts > suite > breaks (initial run, 1st retry)',
    'packed/c.test.ts [ packed/c.test.ts ]',
  ]);
  expect(failedTests('all passed')).toEqual([]);
});

test('what passed at a second try is named', () => {
  expect(retriedTests(output)).toEqual(['test/a.test.ts > suite > was busy']);
  expect(retriedTests(output.replace('RETRIED', 'retried'))).toEqual([]);
});

test('of a step that was run once more, what had failed passed only if all passes', () => {
  const first = { ok: false, failedTests: ['a', 'b'], retriedTests: ['c'] };
  const passed = { ok: true, failedTests: [], retriedTests: ['d'] };
  expect(passedAtSecondTry(first, passed)).toEqual(['c', 'd', 'a', 'b']);
  expect(passedAtSecondTry({ ...first, failedTests: [] }, passed)).toEqual(['c', 'd', 'the step as a whole']);
  expect(passedAtSecondTry(first, { ...passed, ok: false, failedTests: ['b'] })).toEqual(['c', 'd']);
  expect(passedAtSecondTry({ ...first, failedTests: [] }, { ...passed, ok: false })).toEqual(['c', 'd']);
});
