import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { freePort, isOpen } from '../../../../packages/engine/test/service/support/ports.ts';
import { hasRedis, RedisServer } from '../../../../packages/engine/test/service/support/redis-server.ts';
import { key } from '../started-engine.ts';
import { startEngineProcess } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';

/** Whether nginx and Redis are there; in continuous integration they have to be. */
export const canCluster: boolean = hasRedis && (existsSync('/usr/sbin/nginx') || process.env['CI'] !== undefined);

/** The load balancer's configuration as it ships. */
const shipped = path.resolve(import.meta.dirname, '../../../../deploy/compose/nginx.conf');

/** Two engines that share a Redis, behind nginx. */
export class Cluster {
  /** Port of nginx for plain HTTP; uploads go to its TLS port. */
  readonly port: number;
  readonly redis: RedisServer;
  readonly engines: EngineProcess[];
  readonly #folder: string;
  readonly #nginx: ChildProcess;

  private constructor(made: Pick<Cluster, 'port' | 'redis' | 'engines'>, folder: string, nginx: ChildProcess) {
    this.port = made.port;
    this.redis = made.redis;
    this.engines = made.engines;
    this.#folder = folder;
    this.#nginx = nginx;
  }

  static async start(): Promise<Cluster> {
    const folder = await mkdtemp(path.join(tmpdir(), 'semblance-cluster-'));
    const redis = await RedisServer.start(['--save', '', '--appendonly', 'no', '--enable-debug-command', 'local']);
    const [port, tlsPort] = [await freePort(), await freePort()];
    const config = path.join(folder, 'engine.json');
    await writeFile(config, JSON.stringify(settings(redis.url, tlsPort)));
    const homes = [path.join(folder, 'one'), path.join(folder, 'two')];
    await Promise.all(homes.map((home) => mkdir(home)));
    const engines = await Promise.all(homes.map(async (home) => startEngineProcess(config, home, await freePort())));
    const nginx = await startNginx(folder, { port, tlsPort, upstreams: engines.map((engine) => engine.port) });
    return new Cluster({ port, redis, engines }, folder, nginx);
  }

  /** Starts an engine again that has ended, on its port. */
  async restart(at: number): Promise<void> {
    const old = this.engines[at];
    if (old === undefined) throw new Error(`there is no engine ${at}`);
    const home = path.join(this.#folder, at === 0 ? 'one' : 'two');
    this.engines[at] = await startEngineProcess(path.join(this.#folder, 'engine.json'), home, old.port);
  }

  /** Sum of a counter over both engines, and how many engines have counted. */
  async counted(series: string): Promise<readonly number[]> {
    const texts = await Promise.all(
      this.engines.map(async ({ adminUrl }) => (await fetch(`${adminUrl}/metrics`)).text()),
    );
    return texts.map((text) => {
      const line = text.split('\n').find((one) => one.startsWith(`${series} `));
      return Number(line?.split(' ').at(-1) ?? 0);
    });
  }

  async stop(): Promise<void> {
    this.#nginx.kill('SIGKILL');
    await Promise.all(this.engines.map((engine) => engine.end('SIGTERM')));
    await this.redis.remove();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function settings(storeUrl: string, tlsPort: number): object {
  return {
    listen: { host: '127.0.0.1', advertisedAddress: `127.0.0.1:${tlsPort}`, maxConnectionsPerPeer: 1000 },
    accessKeys: [{ ...key, account: '1000' }],
    instances: [
      { name: 'demoinstance1', owner: '1000', queriesPerSecond: 10_000, burst: 10_000 },
      { name: 'bounded', owner: '1000', queriesPerSecond: 0.001, burst: 6 },
    ],
    limits: { workers: 1, drainPauseMs: 1000, drainMs: 15_000, requestMs: 30_000 },
    store: { url: storeUrl, deadlineMs: 1000 },
  };
}

const startMs = 30_000;

interface Balancing {
  readonly port: number;
  readonly tlsPort: number;
  readonly upstreams: readonly number[];
}

async function startNginx(folder: string, { port, tlsPort, upstreams }: Balancing): Promise<ChildProcess> {
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', `${folder}/gateway.key`, '-out', `${folder}/gateway.pem`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files], {
    stdio: 'ignore',
  });
  const text = (await readFile(shipped, 'utf8'))
    .replaceAll(' /tmp/', ` ${folder}/`)
    .replaceAll('/etc/semblance/', `${folder}/`)
    .replace(/server engine:8080(?<options>[^;]*;)/, (_whole, options: string) =>
      upstreams.map((one) => `server 127.0.0.1:${one}${options}`).join('\n'),
    )
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('listen 8443 ssl;', `listen 127.0.0.1:${tlsPort} ssl;`);
  // Whoever starts it as root would have it give its rights up to a user who may not read this folder.
  const own = process.getuid?.() === 0 ? `user root;\n${text}` : text;
  await writeFile(`${folder}/nginx.conf`, own);
  const nginx = spawn('nginx', ['-c', `${folder}/nginx.conf`, '-g', 'daemon off;'], { stdio: 'ignore' });
  const untilMs = performance.now() + startMs;
  while (!(await isOpen(port))) {
    if (nginx.exitCode !== null || performance.now() > untilMs) throw new Error('nginx did not start');
    await setTimeout(25);
  }
  return nginx;
}
