import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { expect, test } from 'vitest';

test('tests and what they start have a temporary folder that is removed after the run', () => {
  expect(tmpdir()).toMatch(/semblance-tests-\w{6}$/u);
  const started = execFileSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' });
  expect(started.trim()).toBe(tmpdir());
});
