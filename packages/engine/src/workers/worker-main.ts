import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Analyser, AnalyserOptions, CreateAnalyser, ProfileSource } from '../compare/analyser.ts';
import { createAnalyser } from './analyser/create-analyser.ts';
import { performJob } from './analyser/perform-job.ts';
import type { Result } from '../result.ts';
import { invalidFeature } from './check-features.ts';
import type { Job, JobFailure, JobValues } from '../compare/job.ts';
import type { JobMessage, WorkerMessage } from './worker-messages.ts';

/** A worker process: opens the analyser, says that it is ready, then does one job after the other until it is killed. */
const [threads = '1', analyserModule = '', profileList = '[]'] = process.argv.slice(2);

function send(message: WorkerMessage): void {
  process.send?.(message);
}

async function loadAnalyser(): Promise<Analyser> {
  const options: AnalyserOptions = { threads: Number(threads), profiles: JSON.parse(profileList) as ProfileSource[] };
  if (analyserModule === '') return createAnalyser(options);
  const isFile = path.isAbsolute(analyserModule) || analyserModule.startsWith('.');
  const specifier = isFile ? pathToFileURL(path.resolve(analyserModule)).href : analyserModule;
  const plugIn = (await import(specifier)) as { readonly createAnalyser: CreateAnalyser };
  return plugIn.createAnalyser(options);
}

async function perform(analyser: Analyser, job: Job): Promise<Result<JobValues[Job['kind']], JobFailure>> {
  if (job.kind !== 'analyse') return performJob(analyser, job);
  const analysed = await analyser.analyse(job.task);
  const invalid = analysed.ok ? invalidFeature(analysed.value) : undefined;
  if (invalid === undefined) return analysed;
  return {
    ok: false,
    failure: { reason: 'features-invalid', privateDetail: `${invalid} is not finite or has no length` },
  };
}

async function handle(analyser: Analyser, { id, job }: JobMessage): Promise<void> {
  send({ type: 'started', id });
  try {
    const result = await perform(analyser, job);
    send({ type: 'done', id, result, residentBytes: process.memoryUsage.rss() });
  } catch (error) {
    send({ type: 'threw', id, description: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// A worker does not outlive its engine. The pause lets the engine tell a broken channel from an ended process.
process.on('disconnect', () => setTimeout(() => process.exit(0), 1000));
new Worker(new URL(`./parent-watch.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), {
  workerData: process.ppid,
}).unref();
const analyser = await loadAnalyser();
process.on('message', (message: JobMessage) => {
  void handle(analyser, message);
});
send({ type: 'ready' });
