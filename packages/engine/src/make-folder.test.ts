import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const emptyFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'semblance-folder-'));

test('makes a folder with those it lies in, and leaves one that is there', async () => {
  const deep = path.join(await emptyFolder(), 'a/b/c');
  await makeFolder(deep, 0o700);
  await makeFolder(deep);
  const { mode } = await stat(path.dirname(deep));
  expect(mode & 0o777).toBe(0o700);
});

test('several at once make the same folder', async () => {
  const deep = path.join(await emptyFolder(), 'a/b/c');
  await Promise.all(Array.from({ length: 8 }, () => makeFolder(deep)));
  expect((await stat(deep)).isDirectory()).toBe(true);
});

test('a file in the place of the folder, or of one before it, is an error', async () => {
  const file = path.join(await emptyFolder(), 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(path.join(file, 'a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(process.platform === 'linux')(
  'where no folder can be made it ends, in /proc too',
  { timeout: 5000 },
  async () => {
    await expect(makeFolder('/proc/semblance/state')).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
