import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A worker in Cloudflare's runtime. */
export interface RunningWorker extends AsyncDisposable {
  readonly address: string;
}

/** Starts a bundled worker on a free port. */
export async function startWorkerd(tools: string, file: string): Promise<RunningWorker> {
  const directory = dirname(file);
  await writeFile(join(directory, 'config.capnp'), configuration(basename(file)));
  const program = join(tools, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');
  const child = spawn(program, ['serve', '--control-fd=1', 'config.capnp'], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { port } = JSON.parse(line.toString().split('\n')[0] ?? '{}') as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

function configuration(file: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "${file}")],
  compatibilityDate = "2026-01-01",
);
`;
}
