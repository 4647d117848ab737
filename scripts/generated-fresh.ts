import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { readCommandLine } from './command-line.ts';

/**
 * Regenerates everything below `generated/` folders and the tables of READMEs, and fails when that changes or adds a file:
 * `git status` rather than `git diff`, which does not see new files.
 */
const pathspec = [':(glob)**/generated/**', ':(glob)packages/*/README*.md'];

function changes(): string {
  return execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', ...pathspec], {
    encoding: 'utf8',
  }).trim();
}

readCommandLine(
  'npm run generated-fresh\n\nGenerates everything again, and says whether that changes a file. It takes no options.',
);
const before = changes();
if (before !== '') {
  console.error(`Commit these generated files first:\n${before}`);
  process.exit(1);
}
execFileSync('npm', ['run', '--silent', 'generate', '--', '--force', '--output-logs=errors-only'], {
  stdio: 'inherit',
});
const after = changes();
if (after !== '') {
  console.error(`Generated files are stale; run \`npm run generate\` and commit:\n${after}`);
  process.exit(1);
}
console.log('generated files are fresh');
