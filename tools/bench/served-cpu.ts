/**
 * CPU time of a served pair by process, beside decoding and network alone (decoded by sharp, as anyone would, and as the engine
 * does), beside a new pair of known pictures, and beside a pair that comes again.
 * All take turns within one run; the medians of the rounds are reported, as the machine may be busy with other things.
 * `npm run bench -- cpu [--rounds 9] [--pairs 8] [--json]`
 */
import { median } from '../measure/quantile.ts';
import { readBenchOptions } from './bench-options.ts';
import { enlargedExamples, knownPictures, pairAt, unseenPairAt } from './example-pairs.ts';
import type { FilePair } from './example-pairs.ts';
import { decodeAndInfer, decoders } from './floor.ts';
import { startServed } from './served-engine.ts';

const { rounds, pairs: pairsPerRound, json } = readBenchOptions('cpu', { rounds: 9, pairs: 8 });

const pictures = await enlargedExamples();
const engine = await startServed({ limits: { workers: 1 }, featureCache: { memoryBytes: 512 << 20 } });

/** Milliseconds a pair, by where they are spent. */
interface Sample {
  readonly main: number;
  readonly workers: number;
}

async function served(pairs: readonly FilePair[]): Promise<Sample> {
  const before = engine.used();
  for (const pair of pairs) await engine.compare(pair);
  const after = engine.used();
  return {
    main: (after.main - before.main) / pairsPerRound,
    workers: (after.workers - before.workers) / pairsPerRound,
  };
}

async function floorMs(decode: (typeof decoders)[keyof typeof decoders]): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < pairsPerRound; index += 1) await decodeAndInfer(unseenPairAt(pictures, index), decode);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / pairsPerRound;
}

// What a server compiles in its first minute is not the cost of a pair: every way a pair can go is gone so often first.
const warmingCalls = 500;
const warmingNew = 60;
const warmingRounds = 2;
const known = knownPictures(pictures, 60);
const pairsNeeded = warmingCalls + (rounds + warmingRounds) * pairsPerRound;
if (known.pairs.length < pairsNeeded) throw new Error(`no more than ${known.pairs.length} pairs of known pictures`);
for (const pair of known.shown) await engine.compare(pair);
for (const pair of known.pairs.slice(0, warmingCalls)) await engine.compare(pair);
for (let index = 0; index < warmingNew; index += 1) {
  await engine.compare(unseenPairAt(pictures, index));
  for (const decode of Object.values(decoders)) await decodeAndInfer(unseenPairAt(pictures, index), decode);
}

const some = (pairOf: (index: number) => FilePair): FilePair[] =>
  Array.from({ length: pairsPerRound }, (_, index) => pairOf(index));
const rowsOf = {
  bySharp: [] as number[],
  asHere: [] as number[],
  fresh: [] as Sample[],
  known: [] as Sample[],
  again: [] as Sample[],
};
for (let round = -warmingRounds; round < rounds; round += 1) {
  process.stderr.write(`\rround ${Math.max(0, round)} of ${rounds} `);
  const begin = warmingCalls + (round + warmingRounds) * pairsPerRound;
  const fresh = await served(some((index) => unseenPairAt(pictures, index)));
  const newOfKnown = await served(known.pairs.slice(begin, begin + pairsPerRound));
  const again = await served(some((index) => pairAt(pictures, index)));
  const bySharp = await floorMs(decoders.bySharp);
  const asHere = await floorMs(decoders.asHere);
  if (round < 0) continue;
  rowsOf.bySharp.push(bySharp);
  rowsOf.asHere.push(asHere);
  rowsOf.fresh.push(fresh);
  rowsOf.known.push(newOfKnown);
  rowsOf.again.push(again);
}
process.stderr.write('\r                    \r');
await engine.stop();

const of = (samples: readonly Sample[], part: keyof Sample): number => median(samples.map((sample) => sample[part]));
const total = (samples: readonly Sample[]): number => median(samples.map(({ main, workers }) => main + workers));
const summary = (samples: readonly Sample[]): { mainMs: number; workersMs: number; totalMs: number } => ({
  mainMs: of(samples, 'main'),
  workersMs: of(samples, 'workers'),
  totalMs: total(samples),
});
const report = {
  floorMs: median(rowsOf.bySharp),
  floorAsHereMs: median(rowsOf.asHere),
  new: summary(rowsOf.fresh),
  known: summary(rowsOf.known),
  again: summary(rowsOf.again),
};
const row = (name: string, { mainMs, workersMs, totalMs }: (typeof report)['new']): string =>
  [name.padEnd(30), ...[mainMs, workersMs, totalMs].map((ms) => ms.toFixed(1).padStart(8))].join(' ');
const shareOf = (ms: number): string => (ms / report.new.totalMs).toFixed(2);
const table = [
  ['CPU ms a pair'.padEnd(30), '    main', ' workers', '   total'].join(' '),
  row('served, pictures never seen', report.new),
  row('both pictures known, pair new', report.known),
  row('the same pair again', report.again),
  `${'decoding by sharp, and network'.padEnd(30)} ${''.padStart(17)} ${report.floorMs.toFixed(1).padStart(8)}`,
  `${'decoding as here, and network'.padEnd(30)} ${''.padStart(17)} ${report.floorAsHereMs.toFixed(1).padStart(8)}`,
  `of a new pair are decoding and network ${shareOf(report.floorMs)} by sharp, ${shareOf(report.floorAsHereMs)} as here`,
  `of a new pair cost known pictures 1/${(report.new.totalMs / report.known.totalMs).toFixed(1)}, the same pair again 1/${(report.new.totalMs / report.again.totalMs).toFixed(1)}`,
].join('\n');
process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : `${table}\n`);
process.exit(0);
