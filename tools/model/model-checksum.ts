import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { integerModel } from './integer-model.ts';
import { readCommandLine } from '../../scripts/command-line.ts';

readCommandLine(
  'npm run calibrate:checksum -w tools\n\nWrites the checksum of a fresh conversion into the source. It takes no options.',
);

/** Writes the checksum of a fresh conversion into the source: run after learning projections, and say so in the commit. */
const file = path.join(import.meta.dirname, '../../packages/engine/src/model/model-identity.ts');
const sha256 = createHash('sha256')
  .update(await integerModel())
  .digest('hex');
const source = await readFile(file, 'utf8');
await writeFile(file, source.replace(/modelSha256 = '[0-9a-f]*'/, `modelSha256 = '${sha256}'`));
console.log(`modelSha256 = ${sha256}`);
