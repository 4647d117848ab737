/**
 * CPU time of header check and decoding per format, beside sharp with its default settings, in one interleaved run.
 * `node --conditions=@semblance/source bench/decode.ts [--rounds 15] [--json]`
 */
import sharp from 'sharp';
import { checkPicture } from '@semblance/picture';
import { decodePicture } from '../../packages/engine/src/ingest/decode.ts';
import { defaultMaxSidePx } from '../../packages/engine/src/ingest/picture-decoder.ts';
import { median } from '../measure/quantile.ts';
import { readBenchOptions } from './bench-options.ts';
import { decodeSamples } from './decode-samples.ts';
import type { DecodeSample } from './decode-samples.ts';

/** Medians of one file; sharp's columns are absent for formats it does not read. */
interface Row {
  readonly name: string;
  readonly kilobytes: number;
  readonly checkMicroseconds: number;
  readonly metadataMicroseconds: number | undefined;
  readonly decodeMs: number;
  /** sharp's own decode and resize; for BMP and PPM its resize of pixels that are decoded already. */
  readonly sharpMs: number;
}

const { rounds, json } = readBenchOptions('decode', { rounds: 15 });

async function measure(sample: DecodeSample): Promise<Row> {
  const check = checkPicture(sample.bytes, { which: 'primary' });
  if (!check.ok) throw new Error(`${sample.name}: ${check.detail.en}`);

  const samples: Record<'check' | 'metadata' | 'decode' | 'sharp', number[]> = {
    check: [],
    metadata: [],
    decode: [],
    sharp: [],
  };
  for (let round = 0; round < rounds + 2; round += 1) {
    const isWarm = round >= 2;
    const keep = (list: number[], ms: number): number => (isWarm ? list.push(ms) : 0);
    keep(samples.check, checkMs(sample.bytes));
    keep(samples.decode, await cpuMs(() => decodePicture(sample.bytes, check.header)));
    keep(samples.sharp, await cpuMs(() => sharpAlone(sample)));
    if (sample.isReadBySharp) keep(samples.metadata, await cpuMs(() => sharp(sample.bytes).metadata()));
  }
  return {
    name: sample.name,
    kilobytes: Math.round(sample.bytes.length / 1_024),
    checkMicroseconds: median(samples.check) * 1_000,
    metadataMicroseconds: sample.isReadBySharp ? median(samples.metadata) * 1_000 : undefined,
    decodeMs: median(samples.decode),
    sharpMs: median(samples.sharp),
  };
}

/** One check takes microseconds, so a hundred are timed. */
function checkMs(bytes: Uint8Array): number {
  const started = performance.now();
  for (let repeat = 0; repeat < 100; repeat += 1) checkPicture(bytes, { which: 'primary' });

  return (performance.now() - started) / 100;
}

function sharpAlone(sample: DecodeSample): Promise<unknown> {
  const { width, height, data } = sample.pixels;
  const source = sample.isReadBySharp ? sharp(sample.bytes) : sharp(data, { raw: { width, height, channels: 3 } });
  return source
    .resize(defaultMaxSidePx, defaultMaxSidePx, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer();
}

/** CPU of the whole process, the decoder's threads included, so that a loaded machine disturbs it less than time would. */
async function cpuMs(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1_000;
}

function tableOf(rows: readonly Row[]): string {
  const columns = ['file', 'kB', 'check µs', 'metadata µs', 'decode ms', 'sharp ms', 'ratio'];
  const cells = rows.map((row) => [
    row.name,
    String(row.kilobytes),
    row.checkMicroseconds.toFixed(1),
    row.metadataMicroseconds?.toFixed(0) ?? '–',
    row.decodeMs.toFixed(1),
    row.sharpMs.toFixed(1),
    (row.decodeMs / row.sharpMs).toFixed(2),
  ]);
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((line) => line[index]?.length ?? 0)),
  );
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, index) => (index === 0 ? part.padEnd(widths[0] ?? 0) : part.padStart(widths[index] ?? 0)))
      .join('  ');
  return [line(columns), ...cells.map(line)].join('\n');
}

const rows: Row[] = [];
for await (const sample of decodeSamples()) {
  process.stderr.write(`\rmeasuring ${sample.name.padEnd(40)}`);
  rows.push(await measure(sample));
}
process.stderr.write(`\r${' '.repeat(52)}\r`);
process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : `${tableOf(rows)}\n`);
