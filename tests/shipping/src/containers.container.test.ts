import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { canMount, startInRoot } from './clean-root.ts';
import { readDockerfile } from './dockerfile.ts';
import { executeDockerfile, imageBytes, removeRoots } from './execute-dockerfile.ts';
import type { Image } from './execute-dockerfile.ts';

/** Long enough for a machine that does other things. */
const startMs = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), 'semblance-images-'));

/** A container: the image's root read-only but for volumes and /tmp, its user, its command, no network but loopback. */
class Container {
  readonly #process: ChildProcess;
  readonly #image: Image;
  readonly output: Promise<string>;

  constructor(image: Image, command: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#image = image;
    this.#process = startInRoot(image.root, command, {
      ...image,
      environment: { ...image.environment, ...environment },
      writable: [...image.volumes, '/tmp'],
      isolated: true,
    });
    const { stdout, stderr } = this.#process;
    if (stdout === null || stderr === null) throw new Error('the container has no output');
    this.output = Promise.all([text(stdout), text(stderr)]).then((parts) => parts.join('\n'));
  }

  /** Runs a command in the container, with its network and its root, as Docker runs a health check. */
  async run(command: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
    const { user, environment } = this.#image;
    const target = await this.#inside();
    // Root and directory are those of the container's first process.
    const enter = ['--target', String(target), '--mount', '--net', '--pid', '--root', '--wd'];
    const identity = user === 0 ? [] : [`--setgid=${user}`, `--setuid=${user}`];
    const child = spawn('nsenter', [...enter, ...identity, '--', ...command], {
      env: { PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...environment },
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, output: (await output).join('') };
  }

  async becomesHealthy(): Promise<void> {
    const untilMs = performance.now() + startMs;
    while (performance.now() < untilMs) {
      if (this.#process.exitCode !== null) throw new Error(`the container ended:\n${await this.output}`);
      if ((await this.run(this.#image.healthCheck)).code === 0) return;
      await setTimeout(500);
    }
    throw new Error('the container did not become healthy');
  }

  /** What `docker stop` does, without its second half. */
  async stop(): Promise<number | null> {
    const ended = once(this.#process, 'exit') as Promise<[number | null]>;
    process.kill(await this.#inside(), 'SIGTERM');
    return (await ended)[0];
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** The process that is the container's first. */
  async #inside(): Promise<number> {
    const file = `/proc/${this.#process.pid}/task/${this.#process.pid}/children`;
    return Number((await readFile(file, 'utf8')).trim().split(' ')[0]);
  }
}

// In continuous integration the machine may mount: there it must not be skipped.
describe.runIf(canMount || process.env['CI'] !== undefined)(
  'containers, their Dockerfiles executed step by step',
  () => {
    afterAll(() => removeRoots(folder));

    it('the engine serves on a read-only root without a shell, as a user without rights', async () => {
      const dockerfile = 'packages/engine/Dockerfile';
      const stages = readDockerfile(dockerfile, { RUNTIME_IMAGE: 'gcr.io/distroless/cc-debian12' });
      const image = await executeDockerfile(stages, { dockerfile, folder });
      expect(existsSync(path.join(image.root, 'usr/bin'))).toBe(false);
      expect(readdirSync(path.join(image.root, 'engine/node_modules/@semblance'))).not.toContain('client');
      expect(imageBytes(image)).toBeLessThan(450e6);
      const keys = { SEMBLANCE_ACCESS_KEY_ID: 'myKeyId', SEMBLANCE_ACCESS_KEY_SECRET: 'mySecret' };
      const container = new Container(image, image.command, keys);
      try {
        await container.becomesHealthy();
        const node = image.command[0] ?? '';
        const call = await container.run([
          node,
          '-e',
          "fetch('http://127.0.0.1:8080/?Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON').then((a) => a.json()).then((a) => console.log(a.Code))",
        ]);
        expect(call.output).toContain('Missing');
        const queue = await container.run([
          node,
          '-e',
          "import('bullmq').then(({ Worker }) => console.log(Worker.name))",
        ]);
        expect(queue.output).toBe('Worker\n');
        const write = await container.run([node, '-e', "require('node:fs').writeFileSync('/engine/x', '')"]);
        expect(write.output).toContain('EROFS');
        const who = await container.run([node, '-e', 'console.log(process.getuid(), process.getgroups())']);
        expect(who.output).toContain('10001');
        expect(await container.stop()).toBe(0);
      } finally {
        container.kill();
      }
    });
  },
);
