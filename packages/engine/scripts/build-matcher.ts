import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compiledMatcherFile, compileMatcher } from './compile-matcher.ts';

await mkdir(path.dirname(compiledMatcherFile), { recursive: true });
await writeFile(compiledMatcherFile, await compileMatcher());
console.log(`written: ${compiledMatcherFile}`);
