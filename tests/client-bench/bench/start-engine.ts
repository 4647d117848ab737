import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Server } from './caller.ts';

const key = { accessKeyId: 'benchKey', accessKeySecret: 'benchSecret' };

/** Starts one engine for all that are measured. */
export async function startEngine(): Promise<Server & AsyncDisposable> {
  const script = join(import.meta.dirname, '..', '..', '..', 'packages', 'engine', 'src', 'cli', 'main.ts');
  const environment = { SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId, SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret };
  const child = spawn(process.execPath, ['--conditions=@semblance/source', script, 'serve', '--port', '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const host = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (piece: Buffer): void => {
      text += piece.toString();
      const found = /http:\/\/(127\.0\.0\.1:\d+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`The engine ended:\n${text}`)));
  });
  return {
    ...key,
    host,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
