import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { readCommandLine } from '../../scripts/command-line.ts';

readCommandLine(
  'npm run bundle:pictures -w tools\n\nMakes the pictures that come with the package. It takes no options.',
);

/*
 * Makes the pictures that come with the package, small, from the examples: on them `semblance model add` calibrates a model
 * at once, before a team has pairs of its own. Run it when the examples have changed: npm run bundle:pictures.
 */
const examples = path.join(import.meta.dirname, '../../examples');
const folder = path.join(import.meta.dirname, '../../packages/engine/models/pictures');
/** Enough for every ready model's input. */
const sidePx = 336;
/** Every so many pairs of different things are kept: they are more than enough. */
const keptEvery = 5;

type Row = readonly [first: string, second: string, label: string];

const same: ReadonlySet<string> = new Set(['same-item', 'same-picture']);
const nameOf = (file: string): string => `${path.basename(file, path.extname(file))}.jpg`;

async function readRows(): Promise<Row[]> {
  const [, ...lines] = (await readFile(path.join(examples, 'pairs.csv'), 'utf8')).trim().split('\n');
  const rows = lines.map((line) => line.trim().split(',') as unknown as Row);
  let different = 0;
  return rows
    .filter(([first, second]) => [first, second].every((file) => file.endsWith('.jpg')))
    .filter(([, , label]) => label !== 'different' || different++ % keptEvery === 0);
}

async function shrink(file: string): Promise<Buffer> {
  const fitted = sharp(path.join(examples, file))
    .resize(sidePx, sidePx, { fit: 'inside' })
    .flatten({ background: '#fff' });
  return fitted.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
}

const rows = await readRows();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const file of new Set(rows.flatMap(([first, second]) => [first, second])))
  await writeFile(path.join(folder, nameOf(file)), await shrink(file));

const lines = rows.map(([first, second, label]) => `${nameOf(first)},${nameOf(second)},${same.has(label) ? 1 : 0}`);
await writeFile(path.join(folder, 'pairs.csv'), `first,second,label\n${lines.join('\n')}\n`);
