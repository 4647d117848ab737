import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Analyser, AnalyserOptions, CheckedPicture, CreateAnalyser } from '../compare/analyser.ts';
import type { ComparisonAnswer } from '../compare/comparison-task.ts';
import type { Failure } from '../compare/failure.ts';
import type { CacheLayer, CacheResult } from '../compare/run-cached.ts';
import { openSharedFeatures } from '../compare/shared-features.ts';
import type { SharedFeatures } from '../compare/shared-features.ts';
import type { Result } from '../result.ts';
import { createAnalyser } from './analyser/create-analyser.ts';
import { createComparer } from './comparer.ts';
import { createStageTimes } from './stage-times.ts';
import { sharedFeaturesVariable } from './worker-environment.ts';
import { readBytes } from './picture-channel.ts';
import type { AnnouncedPicture, TaskMessage, WorkerMessage } from './worker-messages.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** A worker process: opens the analyser, says that it is ready, then does one comparison after the other until it is killed. */
const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
const times = createStageTimes();

function send(message: WorkerMessage): void {
  process.send?.(message);
}

async function loadAnalyser({ threads, profiles, analyserModule }: WorkerSettings): Promise<Analyser> {
  const options: AnalyserOptions = { threads, profiles, beginStage: times.begin };
  if (analyserModule === undefined) return createAnalyser(options);
  const isFile = path.isAbsolute(analyserModule) || analyserModule.startsWith('.');
  const specifier = isFile ? pathToFileURL(path.resolve(analyserModule)).href : analyserModule;
  const plugIn = (await import(specifier)) as { readonly createAnalyser: CreateAnalyser };
  return plugIn.createAnalyser(options);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** What an analyser throws may be anything, and not everything travels. */
function travelling(result: Result<ComparisonAnswer, Failure>): Result<ComparisonAnswer, Failure> {
  if (result.ok || result.failure.cause === undefined) return result;
  return { ok: false, failure: { ...result.failure, cause: describe(result.failure.cause) } };
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// A worker does not outlive its engine. The pause lets the engine tell a broken channel from an ended process.
process.on('disconnect', () => setTimeout(() => process.exit(0), 1000));
new Worker(new URL(`./parent-watch.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), {
  workerData: process.ppid,
}).unref();

let current = 0;
let cache: [CacheLayer, CacheResult][] = [];
let sharedCalls: [number, boolean][] = [];

/** Takes the address out of the environment: what an analyser starts does not get it. */
async function openShared({ sharedFeatures }: WorkerSettings): Promise<SharedFeatures | undefined> {
  const url = process.env[sharedFeaturesVariable];
  delete process.env[sharedFeaturesVariable];
  if (sharedFeatures === undefined || url === undefined) return undefined;
  return openSharedFeatures({
    ...sharedFeatures,
    url,
    onDamage: (cause) => tellCacheFault(cause, true),
    onFault: (cause) => tellCacheFault(cause, false),
    onCall: (seconds, isOk) => sharedCalls.push([seconds, isOk]),
  });
}

function tellCacheFault(cause: unknown, isDamage: boolean): void {
  send({ type: 'cache-fault', isDamage, description: describe(cause) });
}

const [analyser, shared] = await Promise.all([loadAnalyser(settings), openShared(settings)]);
const compare = createComparer(
  analyser,
  { ...settings, shared },
  {
    onStep: (step) => send({ type: 'step', id: current, step }),
    begin: times.begin,
    onCacheAsked: (layer, result) => cache.push([layer, result]),
    onCacheFault: tellCacheFault,
  },
);

function received({ header, byteLength }: AnnouncedPicture): CheckedPicture {
  return { header, bytes: readBytes(byteLength) };
}

async function handle({ id, task, pictures, withinMs }: TaskMessage): Promise<void> {
  current = id;
  cache = [];
  times.restart();
  send({ type: 'started', id });
  const pair = { primary: received(pictures.primary), secondary: received(pictures.secondary) };
  try {
    const result = travelling(await compare({ ...task, pair }, withinMs));
    send({
      type: 'done',
      id,
      result,
      residentBytes: process.memoryUsage.rss(),
      measures: { ...times.taken(), cache, sharedCalls },
    });
    sharedCalls = [];
  } catch (error) {
    send({ type: 'threw', id, description: describe(error) });
  }
}

process.on('message', (message: TaskMessage) => {
  void handle(message);
});
send({ type: 'ready' });
