import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readCommandLine } from './command-line.ts';

/**
 * Fails when something that is installed with a published package has a licence a company cannot ship. LGPL and MPL are
 * allowed for separate binaries only.
 */
interface LockEntry {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const shippable =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|Zlib|CC0-1\.0|Python-2\.0)\b/;
const separateBinaries = /^(@img\/sharp-|lightningcss)/;

readCommandLine(
  'npm run licences\n\nSays whether everything that is installed with a published package may be shipped. It takes no options.',
);
const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};
const shipped = Object.entries(lock.packages).filter(
  ([path, entry]) => path.startsWith('node_modules/') && entry.dev !== true && entry.link !== true,
);
const refused = shipped.filter(([path, { license = 'unknown' }]) => {
  const name = path.replace(/^.*node_modules\//, '');
  const parts = license.split(/ AND /);
  return !parts.every((part) => shippable.test(part) || (separateBinaries.test(name) && /LGPL|MPL/.test(part)));
});
if (refused.length > 0) {
  console.error(refused.map(([path, { license }]) => `${path}: ${license ?? 'no licence stated'}`).join('\n'));
  process.exit(1);
}
console.log(`licences: ${shipped.length} packages, all fit to ship`);
