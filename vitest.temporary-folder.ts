import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * One folder for everything that a run of tests, and the servers and browsers it starts, put among the system's temporary files. It is removed after the
 * last test: what a test leaves behind, or one that was stopped, does not pile up.
 */
export async function setup(): Promise<() => Promise<void>> {
  const name = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  const before = process.env[name];
  const folder = await mkdtemp(join(tmpdir(), 'semblance-tests-'));
  process.env[name] = folder;
  return async () => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
    // Servers and browsers that were just stopped may still write for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
}
