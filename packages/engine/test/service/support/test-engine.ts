import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startEngine } from '../../../src/lifecycle/start-engine.ts';
import type { Engine, StartEngineOptions } from '../../../src/lifecycle/start-engine.ts';
import { key } from './call.ts';

/** The analyser that breaks on demand. */
export const scriptedAnalyser = path.join(import.meta.dirname, 'scripted-analyser.ts');

/** Keys, instances and policies of most tests. */
export const settings = {
  analyserModule: scriptedAnalyser,
  accessKeys: [
    { ...key, account: '1000' },
    { accessKeyId: 'user', accessKeySecret: 'userSecret', account: '1000', user: 'lin' },
    { accessKeyId: 'denied', accessKeySecret: 'deniedSecret', account: '1000', user: 'eve' },
    { accessKeyId: 'stranger', accessKeySecret: 'strangerSecret', account: '2000' },
    { accessKeyId: 'inactive', accessKeySecret: 'inactiveSecret', account: '1000', active: false },
  ],
  stsIssuers: [{ name: 'build', secret: 'issuer-secret', account: '1000', role: 'ci' }],
  instances: [
    { name: 'demoinstance1', owner: '1000', queriesPerSecond: 100_000, burst: 100_000 },
    { name: 'suspended', owner: '1000', state: 'suspended' },
    { name: 'expired', owner: '1000', state: 'expired' },
    { name: 'draining', owner: '1000', state: 'draining' },
    { name: 'copyright', owner: '1000', serviceType: 'copyright' },
    { name: 'trademark', owner: '1000', serviceType: 'trademark' },
    { name: 'fabric', owner: '1000', serviceType: 'fabric' },
    { name: 'slow', owner: '1000', queriesPerSecond: 0.01, burst: 1 },
    { name: 'foreign', owner: '2000', objectQuota: 2 },
  ],
  policies: [
    {
      name: 'may-compare',
      account: '1000',
      users: ['eve'],
      roles: ['ci'],
      statements: [{ effect: 'Allow', actions: ['imagesearch:*'], resources: ['*'] }],
    },
    {
      name: 'no-comparing',
      account: '1000',
      users: ['eve'],
      statements: [{ effect: 'Deny', actions: ['imagesearch:CompareSimilarByImage'], resources: ['*'] }],
    },
  ],
  limits: { workers: 2, extractionMs: 3000, requestMs: 20_000 },
  // The same few pictures come again and again, and each is to be worked on.
  featureCache: { memoryBytes: 0 },
};

/** A number that an engine shows on its admin port. */
export async function gauge(engine: Pick<Engine, 'adminUrl'>, name: string): Promise<number> {
  const text = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  if (line === undefined) throw new Error(`there is no ${name} at ${engine.adminUrl}`);
  return Number(line.split(' ')[1]);
}

/** Resolves when one of its numbers has reached so much: what a test does next needs what went before to have arrived. */
export async function reaches(engine: Pick<Engine, 'adminUrl'>, name: string, least: number): Promise<void> {
  while ((await gauge(engine, name)) < least) await setTimeout(5);
}

/** Resolves when a worker compares. */
export const isAtWork = (engine: Pick<Engine, 'adminUrl'>): Promise<void> =>
  reaches(engine, 'semblance_workers_busy', 1);

/** Starts an engine on a free port; `changes` replaces whole sections. */
export function startTestEngine(changes: object = {}, options: StartEngineOptions = {}): Promise<Engine> {
  return startEngine({ port: 0, settings: { ...settings, ...changes }, ...options });
}
