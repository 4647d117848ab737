import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type {
  AnalysedPicture,
  Analyser,
  AnalyserOptions,
  CheckedPicture,
  CreateAnalyser,
} from '../compare/analyser.ts';
import type { CacheLayer, CacheResult } from '../compare/run-cached.ts';
import { openSharedFeatures } from '../compare/shared-features.ts';
import type { SharedFeatures } from '../compare/shared-features.ts';
import { createAnalyser } from './analyser/create-analyser.ts';
import { collectLessOften } from '../collect-less-often.ts';
import { createComparer } from './comparer.ts';
import type { AskForHelp } from './comparer.ts';
import { createStageTimes } from './stage-times.ts';
import { takeAccess } from './worker-environment.ts';
import { readBytes, returnBytes } from './picture-channel.ts';
import type {
  AnalyseMessage,
  AnnouncedPicture,
  CompareMessage,
  EngineMessage,
  HelpMessage,
  WorkerMessage,
} from './worker-messages.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** A worker process: opens the analyser, says that it is ready, then does one comparison after the other until it is killed. */
const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
collectLessOften();
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
function travelling<Why extends object>(failure: Why): Why {
  if (!('cause' in failure) || failure.cause === undefined) return failure;
  return { ...failure, cause: describe(failure.cause) };
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// A worker does not outlive its engine. The pause lets the engine tell a broken channel from an ended process.
process.on('disconnect', () => setTimeout(() => process.exit(0), 1000));
new Worker(new URL(`./parent-watch.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), {
  workerData: process.ppid,
}).unref();

let current = 0;
/** Whether the engine has heard of the task at hand. */
let isTold = false;
let residentBytes = process.memoryUsage.rss();
let cache: [CacheLayer, CacheResult][] = [];
let sharedCalls: [number, boolean][] = [];

async function openShared({ sharedFeatures }: WorkerSettings): Promise<SharedFeatures | undefined> {
  const access = takeAccess(process.env);
  if (sharedFeatures === undefined || access === undefined) return undefined;
  return openSharedFeatures({
    ...sharedFeatures,
    ...access,
    onDamage: (cause) => tellCacheFault(cause, true),
    onFault: (cause) => tellCacheFault(cause, false),
    onCall: (seconds, isOk) => sharedCalls.push([seconds, isOk]),
  });
}

function tellCacheFault(cause: unknown, isDamage: boolean): void {
  send({ type: 'cache-fault', isDamage, description: describe(cause) });
}

const [analyser, shared] = await Promise.all([loadAnalyser(settings), openShared(settings)]);
const comparer = createComparer(
  analyser,
  { ...settings, shared },
  {
    onStep: (step) => {
      isTold = true;
      send({ type: 'step', id: current, step });
    },
    begin: times.begin,
    onCacheAsked: (layer, result) => cache.push([layer, result]),
    onCacheFault: tellCacheFault,
  },
);

function received({ header, byteLength }: AnnouncedPicture): CheckedPicture {
  return { header, bytes: readBytes(byteLength) };
}

let giveHelp: ((help: HelpMessage['help']) => void) | undefined;

/** Asks the engine for another worker; its analysis is read off the pipe as soon as it is announced. */
async function askForHelp(): ReturnType<AskForHelp> {
  const { promise, resolve } = Promise.withResolvers<HelpMessage['help']>();
  giveHelp = resolve;
  send({ type: 'help-wanted', id: current });
  const help = await promise;
  if (help?.ok !== true) return help;
  return { ok: true, value: deserialize(readBytes(help.value.byteLength)) as AnalysedPicture };
}

async function compare({ task, pictures, withinMs, mayAsk, id }: CompareMessage): Promise<void> {
  const pair = { primary: received(pictures.primary), secondary: received(pictures.secondary) };
  const options = { withinMs, askForHelp: mayAsk ? askForHelp : undefined };
  const result = await comparer.compare({ ...task, pair }, options);
  const told = result.ok ? result : { ok: false as const, failure: travelling(result.failure) };
  send({ type: 'done', id, result: told, ...report() });
}

async function analyse({ id, profile, picture }: AnalyseMessage): Promise<void> {
  const result = await comparer.analyse({ ...received(picture), profile });
  const bytes = result.ok ? serialize(result.value) : new Uint8Array();
  const announced = { ok: true, value: { byteLength: bytes.length } } as const;
  const told = result.ok ? announced : { ok: false as const, failure: travelling(result.failure) };
  send({ type: 'analysed', id, result: told, ...report() });
  returnBytes(bytes);
}

function report(): Pick<Extract<WorkerMessage, { readonly type: 'done' }>, 'residentBytes' | 'measures'> {
  const measures = { ...times.taken(), cache, sharedCalls };
  sharedCalls = [];
  // Known pictures take no memory, and asking for it takes longer than a known pair.
  if (isTold) residentBytes = process.memoryUsage.rss();
  return { residentBytes, measures };
}

/**
 * Says that the task at hand was taken on, unless a step of it or its answer has said so already: of known stills, and of new pictures where no other cache is
 * asked for them, that is in the same turn of the loop. Known animations take long without a step.
 */
function tellStart({ id, ...message }: CompareMessage | AnalyseMessage): void {
  isTold = false;
  const pictures = message.type === 'compare' ? Object.values(message.pictures) : [message.picture];
  const tell = (): void => {
    if (id !== current || isTold) return;
    isTold = true;
    send({ type: 'started', id });
  };
  if (pictures.every(({ header }) => header.frameCount === 1)) setImmediate(tell);
  else tell();
}

async function handle(message: CompareMessage | AnalyseMessage): Promise<void> {
  const { id } = message;
  current = id;
  cache = [];
  times.restart();
  tellStart(message);
  try {
    await (message.type === 'compare' ? compare(message) : analyse(message));
  } catch (error) {
    send({ type: 'threw', id, description: describe(error) });
  }
  current = 0;
}

process.on('message', (message: EngineMessage) => {
  if (message.type === 'help') giveHelp?.(message.help);
  else void handle(message);
});
send({ type: 'ready' });
