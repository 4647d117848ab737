import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { readCommandLine } from '../command-line.ts';
import { packAll } from './pack-all.ts';
import type { Tarball } from './pack-all.ts';
import { publishOrder } from './publish-order.ts';
import { runtimePlatforms, runtimeSource } from './runtime-platforms.ts';

/**
 * `npm run release`: publishes the versions that npm lacks, with provenance, those that others depend on first. Run by the
 * release workflow; `node scripts/release/publish.ts --dry-run` says what it would do.
 */
const help = `npm run release, in the release workflow; by hand: node scripts/release/publish.ts --dry-run

Publishes the versions that npm lacks.

  --dry-run     only say which
`;
const { values } = readCommandLine(help, { options: { 'dry-run': { type: 'boolean', default: false } } });

function npm(...parameters: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const run = spawnSync('npm', parameters, { encoding: 'utf8', shell: process.platform === 'win32' });
  return { ok: run.status === 0, output: `${run.stdout}${run.stderr}` };
}

/** A registry that does not answer must not look like a version that is missing. */
function isPublished({ name, version }: Tarball): boolean {
  const { ok, output } = npm('view', `${name}@${version}`, 'version');
  if (!ok && !output.includes('E404'))
    throw new Error(`npm cannot say whether ${name}@${version} is there:\n${output}`);
  return ok && output.trim() !== '';
}

function publish({ name, version, path }: Tarball): void {
  const { ok, output } = npm('publish', path, '--provenance', '--access', 'public');
  if (!ok) throw new Error(`${name}@${version} was not published; run this again when the cause is gone:\n${output}`);
}

const root = resolve(import.meta.dirname, '../..');
const destination = resolve(root, 'dist/tarballs');
for (const tarball of publishOrder(packAll({ root, destination, platforms: runtimePlatforms(runtimeSource()) }))) {
  const published = isPublished(tarball);
  if (!published && !values['dry-run']) publish(tarball);
  const done = values['dry-run'] ? 'to publish' : 'published';
  console.log(`${published ? 'there already' : done}: ${tarball.name}@${tarball.version}`);
}
