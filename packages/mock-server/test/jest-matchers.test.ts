import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test("the matchers work with jest's own expect", async () => {
  const program = new URL('jest-matchers.program.ts', import.meta.url).pathname;
  const run = promisify(execFile)(process.execPath, ['--conditions=@semblance/source', program]);
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
