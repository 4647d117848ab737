/**
 * CPU time of a served pair by process, beside decoding and network alone and beside a pair the engine has seen before.
 * All take turns within one run; the medians of the rounds are reported, as the machine may be busy with other things.
 * `npm run bench -- cpu [--rounds 9] [--pairs 8] [--json]`
 */
import { parseArgs } from 'node:util';
import { median } from '../measure/quantile.ts';
import { decodeAndInfer } from './floor.ts';
import { pairAt, startServed } from './served-engine.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    pairs: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const pairsPerRound = Number(values.pairs);

const engine = await startServed({ limits: { workers: 1 } });

/** Milliseconds a pair, by where they are spent. */
interface Sample {
  readonly main: number;
  readonly workers: number;
}

async function served(fresh: boolean): Promise<Sample> {
  const pairs = Array.from({ length: pairsPerRound }, (_, index) => pairAt(index, fresh));
  const before = engine.used();
  for (const pair of pairs) await engine.compare(pair);
  const after = engine.used();
  return {
    main: (after.main - before.main) / pairsPerRound,
    workers: (after.workers - before.workers) / pairsPerRound,
  };
}

async function floorMs(): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < pairsPerRound; index += 1) await decodeAndInfer(pairAt(index, true));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / pairsPerRound;
}

const rowsOf: { floor: number[]; fresh: Sample[]; known: Sample[] } = { floor: [], fresh: [], known: [] };
for (let round = -2; round < rounds; round += 1) {
  process.stderr.write(`\rround ${Math.max(0, round)} of ${rounds} `);
  const [fresh, known, alone] = [await served(true), await served(false), await floorMs()];
  if (round < 0) continue;
  rowsOf.floor.push(alone);
  rowsOf.fresh.push(fresh);
  rowsOf.known.push(known);
}
process.stderr.write('\r                    \r');
await engine.stop();

const of = (samples: readonly Sample[], part: keyof Sample): number => median(samples.map((sample) => sample[part]));
const total = (samples: readonly Sample[]): number => median(samples.map(({ main, workers }) => main + workers));
const report = {
  floorMs: median(rowsOf.floor),
  new: { mainMs: of(rowsOf.fresh, 'main'), workersMs: of(rowsOf.fresh, 'workers'), totalMs: total(rowsOf.fresh) },
  known: { mainMs: of(rowsOf.known, 'main'), workersMs: of(rowsOf.known, 'workers'), totalMs: total(rowsOf.known) },
};
const row = (name: string, { mainMs, workersMs, totalMs }: (typeof report)['new']): string =>
  [name.padEnd(30), ...[mainMs, workersMs, totalMs].map((ms) => ms.toFixed(1).padStart(8))].join(' ');
const table = [
  ['CPU ms a pair'.padEnd(30), '    main', ' workers', '   total'].join(' '),
  row('served, pictures never seen', report.new),
  row('served, both pictures known', report.known),
  `${'decoding and network alone'.padEnd(30)} ${''.padStart(17)} ${report.floorMs.toFixed(1).padStart(8)}`,
  `share of the floor: ${(report.floorMs / report.new.totalMs).toFixed(2)}; a known pair costs 1/${(report.new.totalMs / report.known.totalMs).toFixed(1)} of a new one`,
].join('\n');
process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : `${table}\n`);
process.exit(0);
