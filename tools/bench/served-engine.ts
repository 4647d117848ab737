import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { compareAction } from '@semblance/spec/protocol';
import type { EngineAddress } from './engine-host.ts';
import { cpuMsOf } from './process-cpu.ts';

/** Two picture files. */
export type FilePair = readonly [Buffer, Buffer];

const examples = path.resolve(import.meta.dirname, '../../examples');

/** Things of different kinds: what any two catalogue pictures cost, without the look at what differs. */
const files = ['mug-daily-front', 'chair-yellow-front', 'camera-blue-front', 'shoe-navy-front', 'book-north-front'];
/** All of 1.1 megapixels, 115 kB on average: bodies of 308 kB. Most examples are smaller. */
const pictures = await Promise.all(files.map((name) => enlarged(path.join(examples, `${name}.jpg`))));

async function enlarged(file: string): Promise<Buffer> {
  return sharp(await readFile(file))
    .resize(1200, 900)
    .jpeg({ quality: 90 })
    .toBuffer();
}

let serial = 0;
/** The same picture in a file nobody has seen: a comment segment after the start marker (ITU-T T.81, B.2.4.5). */
export function unseen(jpeg: Buffer): Buffer {
  serial += 1;
  const comment = Buffer.alloc(8);
  comment.writeUInt16BE(0xff_fe, 0);
  comment.writeUInt16BE(6, 2);
  comment.writeUInt32BE(serial, 4);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

/** Two JPEGs of 1.1 megapixels that show different things. */
export function pairAt(index: number, fresh: boolean): FilePair {
  const [one, other] = [pictures[index % pictures.length], pictures[(index + 1) % pictures.length]];
  if (one === undefined || other === undefined) throw new Error('no pictures');
  return fresh ? [unseen(one), unseen(other)] : [one, other];
}

/** Pictures that an engine is shown once, and pairs of them that show what those of `pairAt` show: each file is known, each pair new. */
export function knownPictures(count: number): {
  readonly shown: readonly FilePair[];
  readonly pairs: readonly FilePair[];
} {
  const files = Array.from({ length: count }, (_, index) => pairAt(index, true)[0]);
  const pairOf = (first: number, second: number): FilePair[] => {
    const [one, other] = [files[first], files[second]];
    const apart = Math.abs(first - second) % pictures.length;
    if (apart !== 1 && apart !== pictures.length - 1) return [];
    return one === undefined || other === undefined ? [] : [[one, other]];
  };
  const indices = files.map((_, index) => index);
  return {
    shown: indices.flatMap((index) => (index % 2 === 0 ? pairOf(index, index + 1) : [])),
    // What lies beside each other was shown as a pair.
    pairs: indices.flatMap((first) => indices.flatMap((second) => (second > first + 1 ? pairOf(first, second) : []))),
  };
}

/** An engine in a process of its own. */
export interface ServedEngine {
  readonly mainPid: number;
  readonly workerPids: readonly number[];
  /** CPU milliseconds so far. */
  readonly used: () => { readonly main: number; readonly workers: number };
  readonly compare: (pair: FilePair) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts an engine with these settings, which are those of a configuration file. */
export async function startServed(settings: object): Promise<ServedEngine> {
  const host = fork(path.join(import.meta.dirname, 'engine-host.ts'), [JSON.stringify(settings)], {
    execArgv: ['--conditions=@semblance/source'],
  });
  const [{ url, workers }] = (await once(host, 'message')) as [EngineAddress];
  const mainPid = host.pid ?? 0;
  return {
    mainPid,
    workerPids: workers,
    used: () => ({ main: cpuMsOf(mainPid), workers: workers.reduce((sum, pid) => sum + cpuMsOf(pid), 0) }),
    compare: (pair) => callEngine(url, pair),
    stop: async () => {
      const ended = once(host, 'exit');
      host.disconnect();
      await ended;
    },
  };
}

async function callEngine(url: string, [primary, secondary]: FilePair): Promise<void> {
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
