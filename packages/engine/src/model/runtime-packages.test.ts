import { expect, test } from 'vitest';
import { installedRuntime, missingRuntime } from './runtime-packages.ts';

function search(installed: readonly string[], platform = 'linux', arch = 'x64') {
  return { platform, arch, isInstalled: (name: string) => installed.includes(name) };
}

test.each([
  [['@semblance/runtime-linux-x64', 'onnxruntime-node', 'onnxruntime-web'], '@semblance/runtime-linux-x64'],
  [['onnxruntime-web', 'onnxruntime-node'], 'onnxruntime-node'],
  [['onnxruntime-web'], 'onnxruntime-web'],
  [['@semblance/runtime-darwin-arm64'], undefined],
  [[], undefined],
])('with %j it loads %s', (installed, expected) => {
  expect(installedRuntime(search(installed))).toBe(expected);
});

test('a missing package is named with the command that installs it', () => {
  expect(missingRuntime(search([]))).toContain('npm install @semblance/runtime-linux-x64@1.30.0');
  expect(missingRuntime(search([], 'darwin', 'x64'))).toContain('npm install onnxruntime-web@1.30.0');
});
