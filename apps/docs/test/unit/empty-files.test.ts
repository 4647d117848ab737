import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyFiles } from '../../scripts/empty-files.ts';

test('files without a byte are named, at any depth', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'semblance-empty-files-'));
  try {
    await mkdir(path.join(folder, 'index'));
    await writeFile(path.join(folder, 'whole'), 'x');
    await writeFile(path.join(folder, 'index', 'whole'), 'x');
    expect(emptyFiles(folder)).toEqual([]);
    await writeFile(path.join(folder, 'index', 'cut-off'), '');
    expect(emptyFiles(folder)).toEqual([path.join('index', 'cut-off')]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
