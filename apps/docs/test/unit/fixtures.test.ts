import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { expect, test } from 'vitest';
import { parseFixture } from '../../src/site/parse-fixture.ts';

const cases = path.join(import.meta.dirname, '../../../../tests/conformance/cases');

test('the pages of most codes that a request alone can earn show an executable case', async () => {
  const codes = new Set<string>();
  for await (const file of glob('*.txt', { cwd: cases })) {
    const fixture = parseFixture(file, await readFile(path.join(cases, file), 'utf8'));
    if (fixture !== undefined) codes.add(fixture.code);
  }
  const unknown = [...codes].filter((code) => !Object.hasOwn(errorCatalog, code));
  expect(unknown).toEqual([]);
  for (const code of [
    'InvalidInstance',
    'UnsupportedPicPixels',
    'IncorrectOrientation',
    'SignatureDoesNotMatch',
    'NoPermission',
    'PicNotExist',
  ])
    expect(codes).toContain(code);
  expect(codes.size).toBeGreaterThan(35);
});
