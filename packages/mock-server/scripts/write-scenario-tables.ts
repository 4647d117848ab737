/** Writes the tables of scenarios into both READMEs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './scenario-tables.ts';

for (const [name, language] of [
  ['README.md', 'en'],
  ['README.zh.md', 'zh'],
] as const) {
  const file = new URL(`../${name}`, import.meta.url);
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), language));
}
