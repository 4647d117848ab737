/**
 * Whether an engine grows while it compares: the resident memory of its processes against the comparisons they have done, once caches are full.
 * The process that serves lets garbage lie until there is three times as much of it as of what is alive, which takes ten thousands of comparisons: it is
 * collected before memory is looked at, and what was resident before that is told too. Most pictures are known, as they are to a catalogue's callers. `npm run bench -- memory [--comparisons 100000] [--json]`; exits with 1 above 1 MB per 10,000 in the long run.
 */
import { readFileSync } from 'node:fs';
import { pnmBinary } from '../../packages/picture/test/files/pnm-file.ts';
import { photoLike } from '../../packages/picture/test/files/test-image.ts';
import { readBenchOptions } from './bench-options.ts';
import { startServed } from './served-engine.ts';
import type { FilePair } from './example-pairs.ts';

const { comparisons, json } = readBenchOptions('memory', { comparisons: 100_000 });
const samples = 40;
const pageBytes = 4096;
const boundMegabytes = 1;
/** In fewer comparisons the allocator's own steps are larger than the bound: the slope is told, not judged. */
const leastToJudge = 20_000;

/** Features of so few bytes are kept that the cache is full after some hundred pictures. */
const featureCache = { memoryBytes: 16_000_000 };
/** It takes most of an hour, in which a machine may be busy: a comparison that waits is none that grows. */
const limits = { extractionMs: 120_000, requestMs: 300_000, workerAnswerMs: 60_000 };
const engine = await startServed({ featureCache, limits });
const [file, other] = [photoLike(160, 120), photoLike(150, 130)].map((image) => Buffer.from(pnmBinary(image)));

/** One pair in so many has a picture that nobody has seen; the others have one of the last new ones. */
const newEvery = 8;
let serial = 0;
/** A picture that was seen before, and one of many that differ from each other in three pixels. */
function nextPair(): FilePair {
  if (file === undefined || other === undefined) throw new Error('two pictures were made');
  serial += 1;
  const newest = Math.ceil(serial / newEvery);
  const one = Buffer.from(file);
  one.writeUInt32BE(Math.max(1, newest - ((serial - 1) % newEvery)), one.length - 8);
  return serial % 2 === 0 ? [one, other] : [other, one];
}

/** One after the other: there is always a worker without work, so that no limit of flow is met. */
async function compareMany(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await engine.compare(nextPair());
}

function residentMegabytes(): number {
  const pages = [engine.mainPid, ...engine.workerPids].map((pid) =>
    Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]),
  );
  return pages.reduce((sum, count) => sum + (count * pageBytes) / 1e6, 0);
}

/** Slope of the least squares line, in units of y per unit of x. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const both = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return both / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}

await compareMany(Math.min(2000, comparisons / 4));
const points: [number, number][] = [];
let peakMegabytes = 0;
for (let sample = 0; sample < samples; sample += 1) {
  await compareMany(comparisons / samples);
  peakMegabytes = Math.max(peakMegabytes, residentMegabytes());
  await engine.collect();
  points.push([(comparisons * (sample + 1)) / samples, residentMegabytes()]);
  process.stderr.write(
    `\r${
      points
        .at(-1)
        ?.map((value) => value.toFixed(0))
        .join(' comparisons, MB: ') ?? ''
    }   `,
  );
}
process.stderr.write('\n');
await engine.stop();
/** What a start takes and gives back, up to 80 MB, would hide a growth behind it. */
const settled = points.slice(samples / 4);
const report = {
  comparisons,
  megabytes: points.at(-1)?.[1],
  peakMegabytes,
  megabytesPer10000: 10_000 * slope(settled),
  withStartPer10000: 10_000 * slope(points),
};
const text = `${report.megabytesPer10000.toFixed(2)} MB more per 10,000 comparisons, over the last three quarters of ${comparisons} (${report.withStartPer10000.toFixed(2)} with the start); ${report.megabytes?.toFixed(0)} MB at the end, ${peakMegabytes.toFixed(0)} at most before collecting`;
process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${text}\n`);
process.exit(comparisons >= leastToJudge && report.megabytesPer10000 > boundMegabytes ? 1 : 0);
