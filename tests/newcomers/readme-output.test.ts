import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

const command = /npm run compare -- (?<arguments>examples\/\S+ examples\/\S+)/;

/** What the command of a page's first example prints, without its times. */
function outputOf(page: string): readonly string[] {
  const files = command.exec(page)?.groups?.['arguments']?.split(' ') ?? [];
  const main = 'packages/engine/src/cli/main.ts';
  const text = execFileSync(process.execPath, ['--conditions=@semblance/source', main, 'compare', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\s*[\d.]+ m?s\s*$/.test(line));
}

test.each(['README.md', 'README.zh.md'])('%s shows what the first command prints', (path) => {
  const page = readText(path);
  const printed = outputOf(page);
  expect(printed.length).toBeGreaterThan(3);
  for (const line of printed) expect(page).toContain(line);
});
