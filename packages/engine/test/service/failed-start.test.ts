import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { generate } from 'selfsigned';
import { stringify } from 'yaml';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import { openSandbox, runProgram } from './support/program.ts';
import type { Sandbox } from './support/program.ts';
import { scriptedAnalyser, settings } from './support/test-engine.ts';

let sandbox: Sandbox;
let taken: Server;
let takenPort: number;
beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  takenPort = (taken.address() as AddressInfo).port;
});
afterAll(() => taken.close());
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.remove());

interface Failure {
  readonly changes: () => object;
  readonly says: RegExp;
}

const here = (name: string): string => path.join(sandbox.home, name);

/** Every point at which a start can fail, and the one line that says so. */
const failures: Readonly<Record<string, Failure>> = {
  'a port that is used': {
    changes: () => ({ listen: { port: takenPort } }),
    says: /^semblance: listen\.port \d+ on 127\.0\.0\.1: the port is in use; choose another with --port/,
  },
  'an admin port that is used': {
    changes: () => ({ admin: { port: takenPort } }),
    says: /^semblance: admin\.port \d+ on 127\.0\.0\.1: the port is in use; choose another with --admin-port/,
  },
  'an address of another machine': {
    changes: () => ({ listen: { host: '192.0.2.1', port: 0 } }),
    says: /^semblance: listen\.port 0 on 192\.0\.2\.1: this machine has no such address; correct listen\.host/,
  },
  'a state directory that cannot be made': {
    changes: () => ({ stateDirectory: '/dev/null/state' }),
    says: /^semblance: stateDirectory \/dev\/null\/state: it cannot be written: a part of its path is no folder \(ENOTDIR\); name a directory/,
  },
  'a directory for uploads that cannot be made': {
    changes: () => ({ uploads: { directory: '/dev/null/uploads' } }),
    says: /^semblance: uploads\.directory \/dev\/null\/uploads: it cannot be written: a part of its path is no folder \(ENOTDIR\); name a directory/,
  },
  'a certificate that is not there': {
    changes: () => ({ listen: { port: 0, certificateFile: here('none.pem'), privateKeyFile: here('key.pem') } }),
    says: /^semblance: listen\.certificateFile \S+none\.pem: it cannot be read: there is no such file or folder \(ENOENT\); correct the path/,
  },
  'a certificate that is damaged': {
    changes: () => ({ listen: { port: 0, certificateFile: here('noise.pem'), privateKeyFile: here('key.pem') } }),
    says: /^semblance: listen\.certificateFile \S+noise\.pem and listen\.privateKeyFile \S+: they cannot be used together/,
  },
  'a key of another certificate': {
    changes: () => ({ listen: { port: 0, certificateFile: here('cert.pem'), privateKeyFile: here('other.pem') } }),
    says: /^semblance: listen\.certificateFile \S+cert\.pem and listen\.privateKeyFile \S+other\.pem: they cannot be used together/,
  },
  'a profile whose manifest is not there': {
    changes: () => ({ profiles: [{ name: 'own', manifest: here('none.yaml') }] }),
    says: /^semblance: .*none\.yaml/,
  },
  'a setting that does not exist': {
    changes: () => ({ listen: { prot: 1 } }),
    says: /^semblance: .*engine\.yaml cannot be used:\n {2}- listen: there is no setting "prot"/,
  },
};

async function writeFiles(changes: object): Promise<string> {
  const [one, other] = [await generate([{ name: 'commonName', value: 'one' }]), await generate([])];
  await writeFile(here('cert.pem'), one.cert);
  await writeFile(here('key.pem'), one.private);
  await writeFile(here('other.pem'), other.private);
  await writeFile(here('noise.pem'), 'this is no certificate');
  await writeFile(here('engine.yaml'), stringify({ ...settings, listen: { port: 0 }, ...changes }));
  return here('engine.yaml');
}

test.each(Object.keys(failures))(
  '%s: one line, an exit within seconds, no process and no file left',
  async (name) => {
    const { changes, says } = failures[name] as Failure;
    const program = runProgram(['serve', '--config', await writeFiles(changes())], sandbox);
    const code = await Promise.race([program.ended, new Promise((resolve) => setTimeout(resolve, 30_000, 'hangs'))]);
    if (code === 'hangs') process.kill(-(program.child.pid ?? 0), 'SIGKILL');
    expect(code).toBe(1);
    expect(program.stderr()).toMatch(says);
    expect(program.stderr()).not.toMatch(/\n\s+at /);
    expect((program.times.endedAtMs ?? 0) - (program.times.spokeAtMs ?? 0)).toBeLessThan(5000);
    await vi.waitFor(() => expect(program.hasProcesses()).toBe(false), { timeout: 10_000 });
    expect(await sandbox.left()).toEqual([]);
  },
  60_000,
);

test('an engine in this process that fails to start leaves no worker, and its admin port is free again', async () => {
  const start = startEngine({
    settings: { ...settings, listen: { port: takenPort }, admin: { port: 0 }, analyserModule: scriptedAnalyser },
  });
  await expect(start).rejects.toThrow(/the port is in use/);
  expect(children()).toEqual([]);
});

test('a start that is called off ends what it has started', async () => {
  const controller = new AbortController();
  const start = startEngine({ port: 0, settings, signal: controller.signal });
  setTimeout(() => controller.abort(), 300);
  await expect(start).rejects.toThrow('called off');
  expect(children()).toEqual([]);
});

/** Child processes this one still holds. */
function children(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap');
}
