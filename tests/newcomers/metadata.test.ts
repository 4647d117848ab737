import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages } from '../../scripts/release/published-packages.ts';
import { codeBlocks } from './src/code-blocks.ts';
import { installedNames } from './src/readme-script.ts';
import { readText, root } from './src/repository.ts';

const packages = publishedPackages(root).map(({ folder, manifest }) => ({
  path: folder.slice(root.length + 1),
  manifest,
}));
const names = packages.map(({ manifest }) => manifest.name);

test('there are seven packages, and the READMEs name the folder of each', () => {
  expect(names.toSorted()).toEqual(
    ['client', 'engine', 'mock-server', 'picture', 'signing', 'spec', 'wire'].map((name) => `@semblance/${name}`),
  );
  for (const readme of ['README.md', 'README.zh.md'])
    expect(packages.filter(({ path }) => !readText(readme).includes(`\`${path}`))).toEqual([]);
});

test.each(packages)('$path says whose it is, and ships its licence', ({ path, manifest }) => {
  expect(manifest).toMatchObject({
    license: 'Apache-2.0',
    homepage: 'https://semblance.github.io',
    bugs: 'https://github.com/semblance/semblance/issues',
    repository: { type: 'git', url: 'git+https://github.com/semblance/semblance.git', directory: path },
    publishConfig: { access: 'public', provenance: true },
    engines: { node: expect.stringMatching(/^>=\d+/) },
  });
  expect(manifest['keywords']).toEqual(expect.arrayContaining([expect.any(String)]));
  expect(manifest.files).toContain('CHANGELOG.md');
  expect(readText(`${path}/LICENSE`)).toBe(readText('LICENSE'));
});

function lowestNode(manifest: object): readonly number[] {
  const range = (manifest as { readonly engines?: { readonly node?: string } }).engines?.node ?? '>=0';
  // Of alternatives the last is open upwards, and what it asks for is what matters to current releases.
  return (/>=\s*(\d+(?:\.\d+)*)[^>]*$/.exec(range)?.[1] ?? '0').split('.').map(Number);
}

test.each(packages)('$path asks for a Node that its dependencies take', ({ path, manifest }) => {
  const own = lowestNode(manifest);
  const demanding = Object.keys(manifest.dependencies ?? {}).filter((name) => {
    const nested = `${path}/node_modules/${name}/package.json`;
    const place = existsSync(join(root, nested)) ? nested : `node_modules/${name}/package.json`;
    const needed = lowestNode(JSON.parse(readText(place)) as object);
    const difference = needed.map((part, index) => part - (own[index] ?? 0)).find((part) => part !== 0) ?? 0;
    return difference > 0;
  });
  expect(demanding).toEqual([]);
});

test.each(packages)('$path has a README for people who installed it', ({ path, manifest }) => {
  const blocks = codeBlocks(readText(`${path}/README.md`));
  const known = new Set([...names, ...Object.keys({ ...manifest.dependencies, ...peersOf(manifest) })]);
  expect(installedNames(blocks)).toContain(manifest.name);
  expect(installedNames(blocks).filter((name) => !known.has(name))).toEqual([]);
  // Commands of this repository mean nothing where only the package is.
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
  expect(commands.filter((line) => /^(?:npm (?:ci|run|test|start)|node packages)\b/.test(line))).toEqual([]);
});

function peersOf(manifest: object): object {
  return (manifest as { readonly peerDependencies?: object }).peerDependencies ?? {};
}
