/**
 * Time per pair through the served engine, beside decoding both pictures alone, interleaved in one run.
 * `npm run bench -- service [--rounds 30] [--json]`
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPicture } from '@semblance/picture';
import { compareAction } from '@semblance/spec/protocol';
import { decodePicture } from '../../packages/engine/src/ingest/decode.ts';
import { startEngine } from '../../packages/engine/src/lifecycle/start-engine.ts';
import type { Engine } from '../../packages/engine/src/lifecycle/start-engine.ts';
import { median } from '../measure/quantile.ts';
import { readBenchOptions } from './bench-options.ts';

const { rounds, json } = readBenchOptions('service', { rounds: 30 });
const warmRounds = 3;
const examples = path.resolve(import.meta.dirname, '../../examples');

/** Pairs by what they show about the cost; the large one is refused by nothing and read by everything. */
const pairs: readonly (readonly [name: string, first: string, second: string])[] = [
  ['JPEG 1.1 MP', 'mug-daily-front.jpg', 'mug-daily-left.jpg'],
  ['JPEG + PNG 0.1 MP', 'formats/teapot.jpg', 'formats/teapot.png'],
  ['BMP + PPM 0.1 MP', 'formats/teapot.bmp', 'formats/teapot.ppm'],
];

interface Row {
  readonly name: string;
  readonly bodyKilobytes: number;
  /** Median milliseconds from sending to the whole answer, one call at a time. */
  readonly servedMs: number;
  /** Median milliseconds of decoding both pictures, one after the other, in this process. */
  readonly decodeMs: number;
  /** Pairs a second with as many calls at once as there are workers, twice over. */
  readonly pairsPerSecond: number;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function decode(bytes: Uint8Array): Promise<void> {
  const check = checkPicture(bytes, { which: 'primary' });
  if (!check.ok) throw new Error(check.detail.en);
  await decodePicture(bytes, check.header);
}

async function callEngine(engine: Engine, body: string): Promise<void> {
  const target = `${engine.url}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(target, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(await response.text());
  await response.text();
}

async function measure(engine: Engine, [name, first, second]: (typeof pairs)[number]): Promise<Row> {
  const files = await Promise.all([first, second].map((file) => readFile(path.join(examples, file))));
  const [primary = '', secondary = ''] = files.map((bytes) => bytes.toString('base64'));
  const parameters = { InstanceName: 'demoinstance1', PrimaryPicContent: primary, SecondaryPicContent: secondary };
  const body = new URLSearchParams(parameters).toString();
  const served: number[] = [];
  const decoded: number[] = [];
  for (let round = 0; round < rounds + warmRounds; round += 1) {
    const servedMs = await timed(() => callEngine(engine, body));
    const decodeMs = await timed(async () => {
      for (const bytes of files) await decode(bytes);
    });
    if (round >= warmRounds) {
      served.push(servedMs);
      decoded.push(decodeMs);
    }
  }
  const atOnce = 2 * engine.workerPids().length;
  const calls = atOnce * 5;
  const loadMs = await timed(async () => {
    const lane = async (): Promise<void> => {
      for (let call = 0; call < calls / atOnce; call += 1) await callEngine(engine, body);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  });
  return {
    name,
    bodyKilobytes: Math.round(body.length / 1000),
    servedMs: median(served),
    decodeMs: median(decoded),
    pairsPerSecond: (calls / loadMs) * 1000,
  };
}

function tableOf(rows: readonly Row[]): string {
  const head = ['pair'.padEnd(20), 'body kB', 'served ms', 'decode ms', 'ratio', 'pairs/s'];
  const lines = rows.map((row) =>
    [
      row.name.padEnd(20),
      String(row.bodyKilobytes).padStart(7),
      row.servedMs.toFixed(1).padStart(9),
      row.decodeMs.toFixed(1).padStart(9),
      (row.servedMs / row.decodeMs).toFixed(1).padStart(5),
      row.pairsPerSecond.toFixed(1).padStart(7),
    ].join('  '),
  );
  return [head.join('  '), ...lines].join('\n');
}

// Every call counts as one with pictures never seen.
const settings = { featureCache: { memoryBytes: 0 } };
const engine = await startEngine({ port: 0, allowAnonymous: true, settings });
const rows: Row[] = [];
for (const pair of pairs) {
  process.stderr.write(`\rmeasuring ${pair[0].padEnd(40)}`);
  rows.push(await measure(engine, pair));
}
process.stderr.write(`\r${' '.repeat(52)}\r`);
await engine.stop();
process.stdout.write(json ? `${JSON.stringify(rows, undefined, 2)}\n` : `${tableOf(rows)}\n`);
