import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemErrorText } from './system-error.ts';

test('an error of the system is told in words, with its code', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'semblance-error-'));
  const told = (file: string): Promise<string> => readFile(file, 'utf8').catch(systemErrorText);
  await expect(told(path.join(folder, 'none'))).resolves.toBe('there is no such file or folder (ENOENT)');
  await expect(told(folder)).resolves.toBe('it is a folder (EISDIR)');
  await expect(told('/dev/null/none')).resolves.toBe('a part of its path is no folder (ENOTDIR)');
  await expect(told(path.join(folder, 'n'.repeat(300)))).resolves.toBe('its name is too long (ENAMETOOLONG)');
});

test('an unknown code stands for itself, an error without one is told by its message', () => {
  expect(systemErrorText(Object.assign(new Error('odd'), { code: 'EODD' }))).toBe('EODD');
  expect(systemErrorText(new Error('odd'))).toBe('odd');
  expect(systemErrorText('odd')).toBe('odd');
});
