import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { freePort, isOpen } from './ports.ts';

/** Whether Debian's `redis-server` is there; in continuous integration it has to be. */
export const hasRedis: boolean = existsSync('/usr/bin/redis-server') || process.env['CI'] !== undefined;

const startMs = 30_000;

/** A real Redis on a port of its own, which tests stop, pause, fill and start again. */
export class RedisServer {
  readonly port: number;
  readonly #directory: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, directory: string, settings: readonly string[]) {
    this.port = port;
    this.#directory = directory;
    this.#settings = settings;
  }

  /** @param settings  as on its command line. */
  static async start(settings: readonly string[] = ['--save', '', '--appendonly', 'no']): Promise<RedisServer> {
    const directory = await mkdtemp(path.join(tmpdir(), 'semblance-redis-'));
    const server = new RedisServer(await freePort(), directory, settings);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, again on the same port, and waits until it answers. */
  async run(): Promise<void> {
    const where = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.#directory];
    const started = spawn('redis-server', [...where, ...this.#settings], { stdio: 'ignore' });
    this.#process = started;
    const untilMs = performance.now() + startMs;
    while (!(await isOpen(this.port))) {
      // Where it has ended, another program may be what listens there next.
      if (started.exitCode !== null) throw new Error(`redis-server ended with ${started.exitCode}`);
      if (performance.now() > untilMs) throw new Error('redis-server did not start');
      await setTimeout(25);
    }
    if (started.exitCode !== null) throw new Error('another program listens where redis-server should');
  }

  /** Freezes it: connections stay, nothing is answered. */
  pause(): void {
    this.#process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const ended = this.#process;
    this.#process = undefined;
    if (ended === undefined || ended.exitCode !== null) return;
    const exit = once(ended, 'exit');
    ended.kill('SIGKILL');
    await exit;
  }

  /** Sends one command in its simplest form; gives the raw answer. */
  async command(line: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      socket.write(`${line}\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return answer.toString('utf8');
    } finally {
      socket.destroy();
    }
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
