import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { neededNode, nodeComplaint } from './node-complaint.ts';

test('the required version equals the package’s `engines`', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as object;
  expect(manifest).toMatchObject({ engines: { node: `>=${neededNode}` } });
});

test.each(['18.20.4', '20.19.5', '22.14.0'])('%s gets a message', (version) => {
  expect(nodeComplaint(version)).toBe(
    `The engine needs Node 22.15.0 or later; this is ${version}. Get it from https://nodejs.org or your version manager.`,
  );
});

test.each(['22.15.0', '22.16.0', '23.0.0', '26.10.0'])('%s is enough', (version) => {
  expect(nodeComplaint(version)).toBeUndefined();
});
