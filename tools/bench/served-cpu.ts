/**
 * CPU time of a served pair by process, beside decoding and network alone and beside a pair the engine has seen before.
 * All take turns within one run; the medians of the rounds are reported, as the machine may be busy with other things.
 * `npm run bench -- cpu [--rounds 9] [--pairs 8] [--json]`
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPicture } from '@semblance/picture';
import { compareAction } from '@semblance/spec/protocol';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { decodePicture } from '../../packages/engine/src/ingest/decode.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { openNetwork } from '../../packages/engine/src/model/open-network.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';
import type { EngineAddress } from './engine-host.ts';
import { cpuMsOf } from './process-cpu.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    pairs: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const pairsPerRound = Number(values.pairs);
const examples = path.resolve(import.meta.dirname, '../../examples');

/** Things of different kinds: what any two catalogue pictures cost, without the look at what differs. */
const files = ['mug-daily-front', 'chair-yellow-front', 'camera-blue-front', 'shoe-navy-front', 'book-north-front'];
const pictures = await Promise.all(files.map((name) => readFile(path.join(examples, `${name}.jpg`))));

let serial = 0;
/** The same picture in a file nobody has seen: a comment segment after the start marker (ITU-T T.81, B.2.4.5). */
function unseen(jpeg: Buffer): Buffer {
  serial += 1;
  const comment = Buffer.alloc(8);
  comment.writeUInt16BE(0xff_fe, 0);
  comment.writeUInt16BE(6, 2);
  comment.writeUInt32BE(serial, 4);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

function pairAt(index: number, fresh: boolean): [Buffer, Buffer] {
  const [one, other] = [pictures[index % pictures.length], pictures[(index + 1) % pictures.length]];
  if (one === undefined || other === undefined) throw new Error('no pictures');
  return fresh ? [unseen(one), unseen(other)] : [one, other];
}

async function callEngine(url: string, [primary, secondary]: readonly [Buffer, Buffer]): Promise<void> {
  const body = new URLSearchParams({
    InstanceName: 'demoinstance1',
    PrimaryPicContent: primary.toString('base64'),
    SecondaryPicContent: secondary.toString('base64'),
  });
  const target = `${url}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON`;
  const response = await fetch(target, { method: 'POST', body });
  if (response.status !== 200) throw new Error(await response.text());
  await response.text();
}

const model = await ensureModel(defaultModelDirectory());
const network = await openNetwork(model, 1);

/** Decoding and network of both pictures: what no engine can do without. */
async function floor(pair: readonly Buffer[]): Promise<void> {
  for (const bytes of pair) {
    const check = checkPicture(bytes, { which: 'primary' });
    if (!check.ok) throw new Error(check.detail.en);
    const raster = await decodePicture(bytes, check.header);
    if (!raster.ok) throw new Error('not decoded');
    await network.run(networkInput(raster.value));
  }
}

const host = fork(path.join(import.meta.dirname, 'engine-host.ts'), ['{"limits":{"workers":1}}'], {
  execArgv: ['--conditions=@semblance/source'],
});
const [address] = (await once(host, 'message')) as [EngineAddress];
const mainPid = host.pid ?? 0;

/** Milliseconds a pair, by where they are spent. */
interface Sample {
  readonly main: number;
  readonly workers: number;
}

async function served(fresh: boolean): Promise<Sample> {
  const pairs = Array.from({ length: pairsPerRound }, (_, index) => pairAt(index, fresh));
  const used = (): Sample => ({
    main: cpuMsOf(mainPid),
    workers: address.workers.reduce((sum, pid) => sum + cpuMsOf(pid), 0),
  });
  const before = used();
  for (const pair of pairs) await callEngine(address.url, pair);
  const after = used();
  return {
    main: (after.main - before.main) / pairsPerRound,
    workers: (after.workers - before.workers) / pairsPerRound,
  };
}

async function floorMs(): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < pairsPerRound; index += 1) await floor(pairAt(index, true));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / pairsPerRound;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((first, second) => first - second)[Math.floor(numbers.length / 2)] ?? Number.NaN;
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
host.disconnect();

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
