import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileWebAssembly, webAssemblySources } from './compile-webassembly.ts';

for (const source of webAssemblySources) {
  await mkdir(path.dirname(source.compiledFile), { recursive: true });
  await writeFile(source.compiledFile, await compileWebAssembly(source));
  console.log(`written: ${source.compiledFile}`);
}
