import { expect, test } from 'vitest';
import { publishOrder } from '../../scripts/release/publish-order.ts';
import { stagedManifest } from '../../scripts/release/staged-manifest.ts';

const manifest = {
  name: 'example',
  version: '1.0.0',
  scripts: { build: 'tsc' },
  devDependencies: { typescript: '6.0.3' },
  exports: {
    '.': {
      typespec: './lib/main.tsp',
      '@semblance/source': './generated/main.ts',
      browser: { types: './dist/browser.d.ts', default: './dist/browser.js' },
      default: './dist/main.js',
    },
    './generated/*': './generated/*',
    './missing': { '@semblance/source': './missing.ts', default: './dist/missing.js' },
  },
} as const;

test('a published manifest names nothing that its tarball lacks', () => {
  const files = new Set(['dist/main.js', 'dist/browser.js', 'generated/main.ts', 'package.json']);
  expect(stagedManifest(manifest, files)).toEqual({
    name: 'example',
    version: '1.0.0',
    exports: {
      '.': { browser: { default: './dist/browser.js' }, default: './dist/main.js' },
      './generated/*': './generated/*',
    },
  });
});

test('a package that was not built is refused', () => {
  expect(() => stagedManifest({ ...manifest, exports: { '.': './dist/main.js' } }, new Set())).toThrow('npm run build');
});

function entry(name: string, ...dependencies: readonly string[]) {
  return { name, manifest: { dependencies: Object.fromEntries(dependencies.map((needed) => [needed, '1.0.0'])) } };
}

test('packages are published after what they depend on', () => {
  const entries = [entry('mock', 'spec', 'wire', 'from-elsewhere'), entry('wire', 'spec'), entry('spec')];
  expect(publishOrder(entries).map(({ name }) => name)).toEqual(['spec', 'wire', 'mock']);
});

test('packages that depend on each other are named', () => {
  expect(() => publishOrder([entry('a', 'b'), entry('b', 'a'), entry('c')])).toThrow('a, b');
});
