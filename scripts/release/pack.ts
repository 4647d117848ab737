import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { readCommandLine } from '../command-line.ts';
import { packAll } from './pack-all.ts';
import { ownPlatform, runtimePlatforms, runtimeSource } from './runtime-platforms.ts';

/** `npm run pack -- --out DIR [--all-platforms]`: the tarballs that go to npm. Run `npm run build` first. */
const help = `npm run pack -- [--out FOLDER] [--all-platforms]

Packs what is published as it goes to npm; run npm run build first.

  --out FOLDER        where to (dist/tarballs)
  --all-platforms     the runtimes of all platforms, not only of this one
`;
const { values } = readCommandLine(help, {
  options: {
    out: { type: 'string', default: 'dist/tarballs' },
    'all-platforms': { type: 'boolean', default: false },
  },
});
const platforms = values['all-platforms'] ? runtimePlatforms(runtimeSource()) : ownPlatform(runtimeSource());
const root = resolve(import.meta.dirname, '../..');
for (const { path } of packAll({ root, destination: resolve(process.cwd(), values.out), platforms }))
  console.log(`${(statSync(path).size / 1e6).toFixed(2).padStart(8)} MB  ${path}`);
