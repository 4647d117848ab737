import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readdir, readFile } from 'node:fs/promises';
import { bundleSize } from './bundle-size.ts';
import type { BundleSize } from './bundle-size.ts';
import { callCosts } from './call-cost.ts';
import type { MedianCost } from './call-cost.ts';
import type { CallerName } from './caller.ts';
import { importTimes } from './import-time.ts';
import { installSize, packClient } from './install-size.ts';
import { makePicture } from './make-picture.ts';
import { startEngine } from './start-engine.ts';

/** The client beside the vendor's SDK, in one run on one machine. Ratios carry to other machines, times do not. */
const vendor = '@alicloud/imagesearch20201214';
const client = '@semblance/client';
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);

type Row = readonly [what: string, client: string, vendor: string, ratio: string];
const rows: Row[] = [];

function add(what: string, [ours, theirs]: readonly [number, number], unit: (value: number) => string): void {
  rows.push([what, unit(ours), unit(theirs), `${(theirs / ours).toFixed(1)} ×`]);
  console.error(`${what}: ${unit(ours)} against ${unit(theirs)}`);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

async function sizes(): Promise<void> {
  const archive = await packClient();
  const [ours, theirs] = [await installSize(archive), await installSize(`${vendor}@4.4.0`)];
  await rm(archive);
  add('Installed', [ours.bytes, theirs.bytes], kilobytes);
  add('Packages', [ours.packages, theirs.packages], String);
  const vendorNode = requireBundle(await bundleSize(vendor, 'node'));
  add('Bundle for Node, gzip, all parts', [requireBundle(await bundleSize(client, 'node')), vendorNode], kilobytes);
  add('Loaded at once by a page, gzip (vendor: its bundle for Node)', [await coreSize(), vendorNode], kilobytes);
  const inBrowser = await bundleSize(vendor, 'browser');
  const verdict = inBrowser.ok
    ? kilobytes(inBrowser.gzipBytes)
    : `not possible (${inBrowser.errors} unresolved modules)`;
  rows.push([
    'Bundle for a browser, gzip, all parts',
    kilobytes(requireBundle(await bundleSize(client, 'browser'))),
    verdict,
    '',
  ]);
}

function requireBundle(size: BundleSize): number {
  if (!size.ok) throw new Error('A bundle could not be made.');
  return size.gzipBytes;
}

/** Made by `npm run size` from the same build. */
async function coreSize(): Promise<number> {
  const directory = join(import.meta.dirname, '..', '..', '..', 'packages', 'client', 'dist', 'size', 'core');
  const files = await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name))));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

async function times(): Promise<void> {
  const imports = await importTimes([client, vendor], rounds);
  add('Import', [imports.get(client) ?? 0, imports.get(vendor) ?? 0], milliseconds);
}

async function calls(): Promise<void> {
  await using server = await startEngine();
  const directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  const small = [join(directory, 'a.jpg'), join(directory, 'b.jpg')] as const;
  const large = [join(directory, 'c.jpg'), join(directory, 'd.jpg')] as const;
  for (const [index, path] of small.entries())
    console.error(`picture of ${kilobytes(await makePicture(path, 300_000, index + 1))}`);
  for (const [index, path] of large.entries())
    console.error(`picture of ${kilobytes(await makePicture(path, 4_190_000, index + 3))}`);
  // Such a call is over before the machine's load changes, so it takes more of them for a median that holds.
  const smallCosts = await callCosts({
    server,
    names: ['client', 'vendor-inline'],
    pictures: small,
    rounds: 4 * rounds,
  });
  addCosts('2 × 300 kB in the request', smallCosts, ['client', 'vendor-inline']);
  const names = ['client', 'client-inline', 'vendor-inline', 'vendor-advance'] as const;
  const largeCosts = await callCosts({ server, names, pictures: large, rounds: rounds });
  addCosts('2 × 4 MB uploaded', largeCosts, ['client', 'vendor-advance']);
  addCosts('2 × 4 MB in the request', largeCosts, ['client-inline', 'vendor-inline']);
  await rm(directory, { recursive: true });
}

function addCosts(
  what: string,
  costs: Map<CallerName, MedianCost>,
  [ours, theirs]: readonly [CallerName, CallerName],
): void {
  const [client, vendor] = [costs.get(ours), costs.get(theirs)];
  if (client === undefined || vendor === undefined) throw new Error('Not everything was measured.');
  add(`${what}: time per call, the engine's work included`, [client.wallMs, vendor.wallMs], milliseconds);
  add(`${what}: processor time of the caller per call`, [client.cpuMs, vendor.cpuMs], milliseconds);
}

const only = process.env['BENCH_ONLY'];
if (only === undefined || only === 'sizes') await sizes();
if (only === undefined || only === 'import') await times();
if (only === undefined || only === 'calls') await calls();
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${rounds} (calls with small pictures: ${4 * rounds}), measured in turn.\n`,
);
console.log('| | @semblance/client | @alicloud/imagesearch20201214 4.4.0 | ratio |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
