import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** A run of many pairs through a queue whose workers are killed: for the test, and at full length for the drill. */
export interface QueueRunOptions {
  /** An empty folder. */
  readonly home: string;
  /** Address of the store. */
  readonly url: string;
  readonly pictures: number;
  readonly pairs: number;
  readonly workers: number;
  /**
   * A worker is killed, as by `kill -9`, and replaced every so often: the one that has been comparing for longest. The first as soon as it
   * compares, later ones only while another does.
   */
  readonly killEveryMs: number;
  /** Hears of what is done. */
  readonly onProgress?: (text: string) => void;
}

/** What came of it. */
export interface QueueRunReport {
  readonly exitCode: number | null;
  readonly kills: number;
  readonly seconds: number;
  readonly rows: readonly ResultRow[];
  readonly error: string;
}

/** A line of results. */
export interface ResultRow {
  readonly primary: string;
  readonly secondary: string;
  readonly n: string;
  readonly score?: number;
  readonly errorMessage?: string;
}

const tickMs = 300;

const program = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

/** The command as its user starts it. */
export function startCommand(...given: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--conditions=@semblance/source', program, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Small pictures of slanted lines, each at its own slant, and a file of pairs of them, numbered. */
export async function writePairs(home: string, pictures: number, pairs: number): Promise<string> {
  await mkdir(home, { recursive: true });
  const names = Array.from({ length: pictures }, (_, index) => `p${index}.ppm`);
  await Promise.all(names.map((name, slant) => writeFile(path.join(home, name), slantedLines(slant))));
  const rows = Array.from({ length: pairs }, (_, n) => {
    const second = (n * 7 + Math.floor(n / pictures)) % pictures;
    return `p${n % pictures}.ppm,p${second}.ppm,${n}\n`;
  });
  const file = path.join(home, 'pairs.csv');
  await writeFile(file, `primary,secondary,n\n${rows.join('')}`);
  return file;
}

/** A picture of 100 × 100 pixels. */
export function slantedLines(slant: number): Buffer {
  const pixels = Buffer.alloc(100 * 100 * 3);
  for (let pixel = 0; pixel < 10_000; pixel += 1)
    pixels.fill(((pixel % 100) * (slant + 1) + Math.floor(pixel / 100) * 7) % 256, pixel * 3, pixel * 3 + 3);
  return Buffer.concat([Buffer.from('P6 100 100 255\n'), pixels]);
}

/** The lines of a results file. */
export async function readResults(file: string): Promise<readonly ResultRow[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultRow);
}

interface Worker {
  readonly child: ChildProcess;
  /** Whether it has begun to take pairs. */
  readonly isTaking: () => boolean;
}

function startWorker(home: string, url: string): Worker {
  const child = startCommand('worker', '--queue', url, '--pictures', home, '--workers', '1');
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, isTaking: () => said.includes('Taking pairs') };
}

/** Runs it to its end. */
export async function runQueue(options: QueueRunOptions): Promise<QueueRunReport> {
  const { home, url, killEveryMs, onProgress = (): void => undefined } = options;
  const pairs = await writePairs(home, options.pictures, options.pairs);
  const out = path.join(home, 'queued.jsonl');
  const workers = Array.from({ length: options.workers }, () => startWorker(home, url));
  const startedMs = performance.now();
  const run = startCommand('compare', '--pairs', pairs, '--out', out, '--queue', url);
  let error = '';
  run.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const ended = once(run, 'exit') as Promise<[number | null]>;
  let kills = 0;
  let nextKillMs = 0;
  for (;;) {
    const pause = setTimeout(tickMs, 'on' as const, { ref: false });
    if ((await Promise.race([ended, pause])) !== 'on') break;
    const [victim, other] = workers.filter(({ isTaking }) => isTaking());
    const isTime = performance.now() > nextKillMs && (other !== undefined || kills === 0);
    if (victim === undefined || !isTime) continue;
    victim.child.kill('SIGKILL');
    workers.splice(workers.indexOf(victim), 1);
    workers.push(startWorker(home, url));
    kills += 1;
    nextKillMs = performance.now() + killEveryMs;
    onProgress(`${kills} workers killed, ${Math.round((performance.now() - startedMs) / 1000)} s`);
  }
  const [exitCode] = await ended;
  for (const { child } of workers) child.kill('SIGKILL');
  const rows = exitCode === 0 || exitCode === 6 ? await readResults(out) : [];
  return { exitCode, kills, seconds: (performance.now() - startedMs) / 1000, rows, error };
}
