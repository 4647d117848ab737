import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { packAll } from './pack-all.ts';
import { runtimePlatforms, runtimeSource } from './runtime-platforms.ts';

/** `npm run pack -- --out DIR [--all-platforms] [--json]`: the tarballs that go to npm. Run `npm run build` first. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/tarballs' },
    'all-platforms': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const available = runtimePlatforms(runtimeSource());
const platforms = values['all-platforms']
  ? available
  : available.filter(({ os, cpu }) => os === process.platform && cpu === process.arch);
const tarballs = packAll({ root: resolve(import.meta.dirname, '../..'), destination: resolve(values.out), platforms });
if (values.json) console.log(JSON.stringify(tarballs));
else for (const { path } of tarballs) console.log(`${(statSync(path).size / 1e6).toFixed(2).padStart(8)} MB  ${path}`);
