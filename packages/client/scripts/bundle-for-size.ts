import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { Rolldown } from 'vite';

/** Bundles the published library for a web page and sorts the files by when a browser loads them, for size-limit. */
const root = join(import.meta.dirname, '..');
const target = join(root, 'dist', 'size');

const output = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    write: false,
    minify: true,
    modulePreload: false,
    rolldownOptions: { input: join(root, 'dist/lib/main.js'), preserveEntrySignatures: 'strict' },
  },
});
const chunks = ([output].flat() as Rolldown.RolldownOutput[])
  .flatMap((bundle) => bundle.output)
  .filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
const atOnce = new Set<string>();
collect(chunks.find(({ isEntry }) => isEntry)?.fileName);

await rm(target, { recursive: true, force: true });
for (const { fileName, code } of chunks) {
  const directory = join(target, atOnce.has(fileName) ? 'core' : 'on-demand');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, fileName.replaceAll('/', '-')), code);
}

function collect(fileName: string | undefined): void {
  const chunk = chunks.find((candidate) => candidate.fileName === fileName);
  if (chunk === undefined || atOnce.has(chunk.fileName)) return;
  atOnce.add(chunk.fileName);
  for (const imported of chunk.imports) collect(imported);
}
