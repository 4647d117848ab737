import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly endpoint: string;
}

const packages = join(import.meta.dirname, '..', '..', '..');

/** Starts the engine from its sources; resolves when it listens. */
export function startEngine(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return start([join(packages, 'engine/src/cli/main.ts'), 'serve', '--port', '0', ...args], environment);
}

/** Starts the mock server from its sources. */
export function startMock(args: readonly string[] = []): Promise<ServerProcess> {
  return start([join(packages, 'mock-server/src/server/cli/main.ts'), '--port', '0', ...args], {});
}

async function start(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--conditions=@semblance/source', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const address = new Promise<string>((resolve, reject) => {
    const read = (piece: Buffer): void => {
      text += piece.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`The server ended:\n${text}`)));
  });
  return {
    endpoint: await address,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
