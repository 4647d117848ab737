/** Measures the mock server beside its alternatives: install size, start-up time, requests per second. */
import { rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { contenders } from './contenders.ts';
import { install } from './install.ts';
import type { Installed } from './install.ts';
import { requestsPerSecond, start } from './measure.ts';

const pictureBytes = 300_000;
const rounds = 7;
const roundMs = 2000;

/** A PPM of about 300 kB with random pixels. */
function picture(seed: number): Buffer {
  const [width, height] = [400, 250];
  const pixels = Uint8Array.from(
    { length: pictureBytes },
    (_, index) => (index * 31 + seed * 17 + (index >>> 7)) & 0xff,
  );
  return Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), pixels.subarray(0, width * height * 3)]);
}

const form = new URLSearchParams({
  Action: 'CompareSimilarByImage',
  Version: '2020-12-14',
  Format: 'JSON',
  InstanceName: 'demoinstance1',
  PrimaryPicContent: picture(1).toString('base64'),
  SecondaryPicContent: picture(2).toString('base64'),
});
const body = Buffer.from(form.toString());

interface Row extends Installed {
  readonly startsMs: number[];
  readonly rates: number[];
}

const rows: Row[] = [];
for (const contender of contenders) {
  process.stderr.write(`installing ${contender.name}\n`);
  rows.push({ ...(await install(contender)), startsMs: [], rates: [] });
}
// Interleaved, so that other load on the machine affects all alike.
for (let round = 1; round <= rounds; round += 1) {
  for (const row of rows) {
    process.stderr.write(`round ${round} of ${rounds}: ${row.contender.name}\n`);
    const running = await start(row, body);
    row.startsMs.push(running.startMs);
    await requestsPerSecond(running.port, body, roundMs / 4);
    row.rates.push(await requestsPerSecond(running.port, body, roundMs));
    await running.stop();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const spread = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
const [ours] = rows;
if (ours === undefined) throw new Error('There is nothing to measure.');

const table = rows.map((row) => {
  const startMs = median(row.startsMs);
  const rate = median(row.rates);
  const ratio = (value: number): string => `${value.toFixed(2)} ×`;
  return [
    row.contender.name,
    `${row.megabytes.toFixed(1)} MB, ${row.packages} packages (${ratio(row.megabytes / ours.megabytes)})`,
    `${startMs.toFixed(0)} ms, ${spread(row.startsMs)} (${ratio(startMs / median(ours.startsMs))})`,
    `${rate.toFixed(0)}/s, ${spread(row.rates)} (${ratio(rate / median(ours.rates))})`,
  ];
});
const lines = [
  '| | install size | start to first answer | requests per second |',
  '|---|---|---|---|',
  ...table.map((cells) => `| ${cells.join(' | ')} |`),
];
const facts = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}; medians of ${rounds} interleaved rounds with their range, ratios to the first row.`;
process.stdout.write(`${facts}\n\n${lines.join('\n')}\n`);
await writeFile(path.join(import.meta.dirname, 'result.md'), `${facts}\n\n${lines.join('\n')}\n`);
await Promise.all(rows.map(({ folder }) => rm(folder, { recursive: true, force: true })));
