import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import { createFlowControl } from '../request/access/flow-control.ts';
import { openNonces } from '../request/state/open-nonces.ts';
import type { Nonces } from '../request/state/open-nonces.ts';
import { createRetryDelay } from '../workers/retry-delay.ts';
import type { Registry } from '../request/access/registry.ts';
import { openFeatureCache } from '../compare/feature-cache.ts';
import { readProfiles } from '../workers/analyser/read-profiles.ts';
import type { Profile } from '../workers/analyser/read-profiles.ts';
import { runCached } from '../compare/run-cached.ts';
import type { RunJob } from '../compare/run-job.ts';
import { createMetrics } from './admin/metrics.ts';
import type { Metrics } from './admin/metrics.ts';
import type { EngineConfig } from '../config/generated/engine-config.ts';
import { createByteBudget } from '../request/edge/byte-budget.ts';
import type { ByteBudget } from '../request/edge/byte-budget.ts';
import { openCertificate } from '../request/edge/certificate.ts';
import type { Certificate } from '../request/edge/certificate.ts';
import { createMismatchExplainer } from '../request/access/explain-mismatch.ts';
import { modelSha256 } from '../model/model-identity.ts';
import { embeddingIdentity } from '../model/own/read-manifest.ts';
import type { Lifecycle } from './lifecycle.ts';
import { defaultCalibration } from '../score/default-calibration.ts';
import { createService } from '../request/service.ts';
import type { Service, ServiceParts } from '../request/service.ts';
import { openStateDirectory, prepareDirectory } from '../request/state/state-directory.ts';
import type { StateDirectory } from '../request/state/state-directory.ts';
import { ObjectStore } from '../request/upload/object-store.ts';
import { createUploadDesk } from '../request/upload/upload-desk.ts';
import type { UploadDesk } from '../request/upload/upload-desk.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import type { PoolLimits } from '../workers/worker-pool.ts';

/** Everything an engine consists of, started but not listening. */
export interface EngineParts {
  readonly state: StateDirectory;
  readonly nonces: Nonces;
  readonly pool: WorkerPool;
  readonly store: ObjectStore;
  readonly uploads: UploadDesk;
  readonly budget: ByteBudget;
  readonly metrics: Metrics;
  /** The certificate in force; a reload replaces it. */
  readonly certificate: { current: Certificate };
  readonly service: Service;
}

/** What the parts are made from. */
export interface PartsInput {
  readonly config: EngineConfig;
  readonly logger: Logger;
  readonly registry: () => Registry;
  /** Account that unsigned requests act for; `undefined` when they are refused. */
  readonly anonymousAccount: string | undefined;
  /** Ends what is started here. */
  readonly lifecycle: Lifecycle;
}

const maxDefaultWorkers = 8;
const picturesPerComparison = 2;

/** Opens state and store, starts workers, and wires the stages. */
export async function createParts(input: PartsInput): Promise<EngineParts> {
  const { config, logger, registry, anonymousAccount, lifecycle } = input;
  const { limits, uploads: uploadConfig, listen } = config;
  const profiles = await readProfiles(config.profiles);
  const state = await startState(config, lifecycle);
  const hosts = knownHosts(config);
  const certificate = { current: await certificateOf(config, state) };
  const nonces = await startNonces(state, lifecycle);
  const store = await startStore(config, state, lifecycle);
  const budget = createByteBudget(() => limits.maxBodyBytesInFlight);
  const metrics = createMetrics({
    pool: () => pool.status,
    bodyBytes: budget.used,
    uploadBytes: () => store.storedBytes,
  });
  const pool = await startWorkers(config, lifecycle, { logger, metrics: () => metrics });
  const uploads = createUploadDesk({
    store,
    advertised: listen.advertisedAddress,
    limits: uploadConfig,
    transferMs: () => limits.transferMs,
  });
  const runJob = createRunner(config, { pool, profiles, logger });
  const service = createService({
    registry,
    nonceStore: nonces.store,
    onNonceStoreFault: (err) => logger.error({ err }, 'a used nonce could not be recorded; the request was refused'),
    flowControl: createFlowControl(),
    retryDelay: createRetryDelay(),
    capacity: () => pool.status.picturesPerSecond / picturesPerComparison,
    uploads,
    requireTls: listen.requireTls,
    anonymousAccount,
    explainMismatch: createMismatchExplainer(hosts),
    refuseWork: ({ share }) => pool.admits(picturesPerComparison, share),
    comparisonOf: createComparisonOptions(runJob, profiles),
    onCompared: (tookMs) => metrics.compared(tookMs / 1000),
    requestMs: () => limits.requestMs,
  });
  return { state, nonces, pool, store, uploads, budget, metrics, certificate, service };
}

function startWorkers(config: EngineConfig, lifecycle: Lifecycle, observers: Observers): Promise<WorkerPool> {
  return lifecycle.start({
    name: 'workers',
    begin: () => startPool(config, observers),
    end: (pool) => pool.close(),
    abandon: (pool) => pool.abandon(),
  });
}

/** The certificate that a configuration names, or the kept one. */
export function certificateOf(config: EngineConfig, state: StateDirectory): Promise<Certificate> {
  return openCertificate({ ...config.listen, stateDirectory: state.path, hosts: knownHosts(config) });
}

function startNonces(state: StateDirectory, lifecycle: Lifecycle): Promise<Nonces> {
  return lifecycle.start({
    name: 'nonces',
    begin: () => openNonces(state),
    end: (nonces) => nonces.close(),
    abandon: (nonces) => nonces.abandon(),
  });
}

/** What pictures of an instance are compared with: its profile, and the weight its service type gives to what differs. */
function createComparisonOptions(runJob: RunJob, profiles: readonly Profile[]): ServiceParts['comparisonOf'] {
  const calibrations = new Map(profiles.map(({ name, manifest }) => [name, manifest.calibration]));
  return ({ similarityProfile: profile, serviceType }) => ({
    runJob,
    profile,
    ownCalibration: calibrations.get(profile),
    serviceType,
  });
}

function startState({ stateDirectory }: EngineConfig, lifecycle: Lifecycle): Promise<StateDirectory> {
  return lifecycle.start({
    name: 'state directory',
    begin: () => openStateDirectory(stateDirectory),
    end: (state) => state.close(),
    abandon: (state) => state.abandon(),
  });
}

async function startStore(
  { uploads }: EngineConfig,
  state: StateDirectory,
  lifecycle: Lifecycle,
): Promise<ObjectStore> {
  const directory = uploads.directory ?? path.join(state.path, 'uploads');
  await prepareDirectory(directory, uploads.directory === undefined ? 'stateDirectory' : 'uploads.directory');
  return lifecycle.start({
    name: 'uploads',
    begin: () => ObjectStore.open({ directory, limits: uploads }),
    end: (store) => store.close(),
    abandon: (store) => store.abandon(),
  });
}

/** The pool, with the feature cache in front where one is configured. */
function createRunner(
  { featureCache, analyserModule }: EngineConfig,
  {
    pool,
    profiles,
    logger,
  }: { readonly pool: WorkerPool; readonly profiles: readonly Profile[]; readonly logger: Logger },
): RunJob {
  const runJob: RunJob = (job, patience) => pool.run(job, patience);
  const { mode, directory, maxEntries } = featureCache;
  if (mode === 'off' || directory === undefined) return runJob;
  const models = profiles.map(({ name, manifest }) => `${name}=${embeddingIdentity(manifest)}`);
  const version = [modelSha256, defaultCalibration.version, analyserModule ?? 'built-in', ...models].join(' ');
  const onFault = (cause: unknown): void => logger.error({ err: cause }, 'the feature cache failed');
  const onDamage = (cause: unknown): void => logger.warn({ err: cause }, 'the feature cache made an entry anew');
  return runCached(runJob, openFeatureCache({ directory, maxEntries, version, onDamage }), { mode, onFault });
}

interface Observers {
  readonly logger: Logger;
  readonly metrics: () => Metrics;
}

function startPool(config: EngineConfig, { logger, metrics }: Observers): WorkerPool {
  const { limits, analyserModule, profiles } = config;
  return new WorkerPool({
    onWaited: (waitedMs) => metrics().waited(waitedMs / 1000),
    workers: limits.workers === 0 ? Math.min(maxDefaultWorkers, availableParallelism()) : limits.workers,
    threads: 1,
    analyserModule,
    profiles,
    environmentNames: limits.workerEnvironment,
    onWorkerEnd: (why, facts) => {
      logger.warn({ why, ...facts }, 'worker ended');
      metrics().workerEnded(why);
    },
    onRetry: (why) => {
      logger.warn({ why }, 'a picture is given to another worker');
      metrics().retried(why);
    },
    onStderr: (text) => logger.warn({ text: text.slice(0, 2000) }, 'worker wrote to standard error'),
    ...poolLimits(limits),
  });
}

/** The bounds of the pool, in its own words. */
export function poolLimits(limits: EngineConfig['limits']): PoolLimits {
  return {
    queueLength: limits.queueLength,
    answerMs: limits.workerAnswerMs,
    budgetMs: limits.extractionMs,
    maxResidentBytes: limits.workerMaxBytes,
  };
}

/** Names under which this engine is called, as far as the configuration tells. */
function knownHosts({ listen }: EngineConfig): string[] {
  const advertised = listen.advertisedAddress?.replace(/:\d+$/, '');
  const bound = ['0.0.0.0', '::'].includes(listen.host) ? [] : [listen.host];
  return advertised === undefined ? bound : [...bound, advertised];
}
