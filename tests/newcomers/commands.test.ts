import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const pages = [
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
  'CONTRIBUTING.zh.md',
  '.github/PULL_REQUEST_TEMPLATE.md',
];

/** Names of scripts that a page or workflow runs in the root, and of those it runs in a workspace. */
function scriptsIn(path: string): readonly { readonly name: string; readonly workspace: string }[] {
  const runs = readText(path).matchAll(/npm run (?<name>[\w:-]+)(?<rest>[^`\n]*)/g);
  return [...runs].map(({ groups = {} }) => ({
    name: groups['name'] ?? '',
    workspace: / (?:-w|--workspace)[ =](?<folder>[\w/-]+)/.exec(groups['rest'] ?? '')?.groups?.['folder'] ?? '.',
  }));
}

function scriptsOf(workspace: string): readonly string[] {
  return Object.keys((JSON.parse(readText(`${workspace}/package.json`)) as { scripts: object }).scripts);
}

test.each([...workflows, ...pages, '.ci/run'])('%s runs scripts that exist', (path) => {
  const missing = scriptsIn(path).filter(({ name, workspace }) => !scriptsOf(workspace).includes(name));
  expect(missing).toEqual([]);
});

test('what newcomers are told to run is found in the pages', () => {
  expect(scriptsIn('CONTRIBUTING.md').map(({ name }) => name)).toEqual(expect.arrayContaining(['check', 'generate']));
  expect(scriptsIn('CONTRIBUTING.md')).toContainEqual({ name: 'calibrate:fit', workspace: 'tools' });
});
