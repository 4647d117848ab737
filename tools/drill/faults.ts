import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EngineProcess } from './engine-process.ts';
import type { World } from './load.ts';

/** A disk of its own for the state, so that it can be filled without hurting anybody. */
export interface SmallDisk {
  readonly directory: string;
  /** False where no file system may be mounted: the disk is then the machine's, and is not filled. */
  readonly isSmall: boolean;
  readonly fill: () => void;
  readonly empty: () => void;
  readonly release: () => void;
}

const diskMegabytes = 48;

/** Mounts a small file system in memory, where this user may. */
export function openSmallDisk(directory: string): SmallDisk {
  mkdirSync(directory, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', directory]).status === 0;
  const filler = path.join(directory, 'filler');
  return {
    directory,
    isSmall: mounted,
    fill: () => {
      if (!mounted) return;
      const file = openSync(filler, 'w');
      try {
        for (const size of [1 << 20, 4096, 512]) writeUntilFull(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    release: () => {
      if (mounted) spawnSync('umount', ['-l', directory]);
    },
  };
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    while (writeSync(file, block) === block.length);
  } catch {
    // That is the point.
  }
}

/** Kills one worker after another. */
export async function killWorkers(engine: EngineProcess, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const workers = engine.workers();
    const victim = workers[round % Math.max(1, workers.length)];
    if (victim !== undefined) kill(victim, 'SIGKILL');
    await setTimeout(2500);
  }
}

/** Stops one worker for a while that no deadline notices, then another one that has to be replaced. */
export async function freezeWorkers(engine: EngineProcess): Promise<void> {
  const [first, second] = engine.workers();
  if (first !== undefined) kill(first, 'SIGSTOP');
  await setTimeout(1200);
  if (first !== undefined) kill(first, 'SIGCONT');
  await setTimeout(800);
  if (second !== undefined) kill(second, 'SIGSTOP');
  await setTimeout(1200);
  if (second !== undefined) kill(second, 'SIGCONT');
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has been replaced meanwhile.
  }
}

/** Sets the engine's clock, and with it the callers'. */
export async function stepClock(
  engine: EngineProcess,
  world: World,
  { file, offsetMs }: { readonly file: string; readonly offsetMs: number },
): Promise<void> {
  writeFileSync(file, String(offsetMs));
  engine.signal('SIGUSR2');
  await setTimeout(100);
  world.offsetMs = offsetMs;
}

/** Opens connections that never say anything, from another address than the callers', and holds them. */
export async function silentConnections(port: number, count: number, holdMs: number): Promise<number> {
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at += 1) {
    const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    socket.on('error', () => undefined);
    sockets.push(socket);
  }
  await setTimeout(holdMs);
  const open = sockets.filter((socket) => socket.readyState === 'open').length;
  for (const socket of sockets) socket.destroy();
  return open;
}

/** Overwrites every entry of the feature cache, in ways that differ; says how many there were. */
export function damageEntries(directory: string): number {
  const entries = readdirSync(directory).filter((name) => name.endsWith('.features'));
  for (const [at, name] of entries.entries()) {
    const file = path.join(directory, name);
    try {
      const whole = readFileSync(file);
      writeFileSync(
        file,
        at % 3 === 0 ? '' : at % 3 === 1 ? whole.subarray(0, whole.length >> 1) : Buffer.alloc(64, at),
      );
    } catch {
      // It has been evicted meanwhile.
    }
  }
  return entries.length;
}
