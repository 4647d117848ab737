import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const unit = path.resolve(import.meta.dirname, '../../../deploy/systemd/semblance.service');
const hasSystemd = existsSync('/usr/bin/systemd-analyze');
/** Systemd's own measure, ×10: below 20 nothing it knows of is left open that the engine does not need. */
const maxExposure = 20;

describe.runIf(hasSystemd || process.env['CI'] !== undefined)('the systemd unit', () => {
  it('is one that systemd takes', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'semblance-unit-'));
    try {
      // The program is not installed here; everything else is checked as it is.
      const text = (await readFile(unit, 'utf8')).replace('/usr/local/bin/semblance', '/bin/true');
      const file = path.join(folder, 'semblance.service');
      await writeFile(file, text);
      const { stderr } = await run('systemd-analyze', ['verify', '--man=no', file]);
      expect(stderr).toBe('');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves little open', async () => {
    const parameters = ['security', '--offline=true', `--threshold=${maxExposure}`, '--no-pager', unit];
    await expect(run('systemd-analyze', parameters)).resolves.toBeDefined();
  });
});
