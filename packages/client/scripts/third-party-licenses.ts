import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Writes the licences of the bundled libraries, as those licences require. */
const bundled = [
  'ansi-regex',
  'cli-progress',
  'commander',
  'csv-parse',
  'emoji-regex',
  'fastest-levenshtein',
  'ini',
  'is-fullwidth-code-point',
  'string-width',
  'strip-ansi',
];
const root = join(import.meta.dirname, '..');
const require = createRequire(join(root, 'package.json'));

const sections = await Promise.all(bundled.map(describe));
await writeFile(
  join(root, 'dist', 'THIRD-PARTY-LICENSES.md'),
  `# Licences of bundled libraries\n\n${sections.join('\n')}`,
);

async function describe(name: string): Promise<string> {
  const directory = packageDirectory(name);
  const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const file = (await readdir(directory)).find((entry) => /^licen[cs]e(?:-MIT)?(?:\.\w+)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file.`);
  const text = await readFile(join(directory, file), 'utf8');
  return `## ${name} ${manifest.version} (${manifest.license})\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`;
}

/** Finds a package's folder. Not every library exports its package.json, so the search goes up from its main file, or looks in node_modules. */
function packageDirectory(name: string): string {
  const paths = require.resolve.paths(name) ?? [];
  const nested = join(dirname(require.resolve('cli-progress')), 'node_modules');
  for (const path of [nested, ...paths]) {
    try {
      return dirname(require.resolve(join(path, name, 'package.json')));
    } catch {
      continue;
    }
  }
  throw new Error(`${name} is not installed.`);
}
