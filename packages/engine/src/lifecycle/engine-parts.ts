import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { Nonces } from '../request/state/open-nonces.ts';
import { createRetryDelay } from '../workers/retry-delay.ts';
import type { Registry } from '../request/access/registry.ts';
import { readProfiles } from '../workers/analyser/read-profiles.ts';
import type { Profile } from '../workers/analyser/read-profiles.ts';
import { createMetrics } from './admin/metrics.ts';
import { createRecentFailures } from './admin/recent-failures.ts';
import type { RecentFailures } from './admin/recent-failures.ts';
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
import { openStores } from './open-stores.ts';
import { openTracing } from './tracing.ts';
import type { Tracing } from './tracing.ts';
import { defaultCalibration } from '../score/default-calibration.ts';
import { createService } from '../request/service.ts';
import type { Service, ServiceParts } from '../request/service.ts';
import { openStateDirectory } from '../request/state/state-directory.ts';
import type { StateDirectory } from '../request/state/state-directory.ts';
import type { UploadStore } from '../request/upload/upload-store.ts';
import { createUploadDesk } from '../request/upload/upload-desk.ts';
import type { UploadDesk } from '../request/upload/upload-desk.ts';
import type { SharedFeaturesAccess } from '../workers/worker-environment.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import type { PoolLimits } from '../workers/worker-pool.ts';
import type { WorkerSettings } from '../workers/worker-settings.ts';

/** The parts of an engine, started but not listening. */
export interface EngineParts {
  readonly state: StateDirectory;
  readonly nonces: Nonces;
  readonly pool: WorkerPool;
  readonly store: UploadStore;
  readonly uploads: UploadDesk;
  readonly budget: ByteBudget;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** Whether the shared store is reachable; `undefined` without one. */
  readonly isStoreUp: (() => boolean) | undefined;
  readonly failures: RecentFailures;
  /** The current certificate; a reload replaces it. */
  readonly certificate: { current: Certificate };
  readonly service: Service;
}

/** Input of `createParts`. */
export interface PartsInput {
  readonly config: EngineConfig;
  readonly logger: Logger;
  readonly registry: () => Registry;
  /** Account of unsigned requests; `undefined` when they are refused. */
  readonly anonymousAccount: string | undefined;
  /** Ends the parts started here. */
  readonly lifecycle: Lifecycle;
}

const maxDefaultWorkers = 8;

/** Opens state and store, starts workers and connects the stages. */
export async function createParts(input: PartsInput): Promise<EngineParts> {
  const { config, logger, registry, anonymousAccount, lifecycle } = input;
  const { limits, listen } = config;
  const profiles = await readProfiles(config.profiles);
  const state = await startState(config, lifecycle);
  const certificate = { current: await certificateOf(config, state) };
  const budget = createByteBudget(() => limits.maxBodyBytesInFlight);
  const metrics = createMetrics({
    pool: () => pool.status,
    bodyBytes: budget.used,
    uploadBytes: () => store.storedBytes(),
  });
  const tracing = await startTracing(config, lifecycle);
  const storesInput = { config, state, budget, metrics, tracing, logger, lifecycle };
  const { nonces, uploads: store, flowControl, shared } = await openStores(storesInput);
  const pool = await startWorkers(config, lifecycle, { profiles, logger, metrics, tracing });
  const uploads = openDesk(store, { config, logger });
  const compare = createComparer(pool, profiles);
  const service = createService({
    registry,
    nonceStore: nonces.store,
    onNonceStoreFault: (err) => logger.error({ err }, 'a used nonce could not be recorded; the request was refused'),
    flowControl,
    retryDelay: createRetryDelay(),
    capacity: () => pool.status.comparisonsPerSecond,
    isIdle: () => pool.status.idle > 0,
    uploads,
    requireTls: listen.requireTls,
    anonymousAccount,
    explainMismatch: createMismatchExplainer(knownHosts(config)),
    refuseWork: ({ share }) => pool.admits(share),
    compare: (...given) => tracing.child('compare', () => compare(...given)),
    onCompared: (tookMs) => metrics.compared(tookMs / 1000),
    requestMs: () => limits.requestMs,
  });
  const seen = { metrics, tracing, isStoreUp: shared?.isUp, failures: createRecentFailures() };
  return { state, nonces, pool, store, uploads, budget, certificate, service, ...seen };
}

function openDesk(
  store: UploadStore,
  { config: { listen, uploads, limits }, logger }: Pick<PartsInput, 'config' | 'logger'>,
): UploadDesk {
  return createUploadDesk({
    store,
    advertised: listen.advertisedAddress,
    limits: uploads,
    transferMs: () => limits.transferMs,
    onLeftBehind: (err) => logger.warn({ err }, 'an uploaded picture was not deleted; it goes when its time is over'),
  });
}

function startTracing(config: EngineConfig, lifecycle: Lifecycle): Promise<Tracing> {
  return lifecycle.start({ name: 'tracing', begin: () => openTracing(config), end: (tracing) => tracing.close() });
}

function startWorkers(config: EngineConfig, lifecycle: Lifecycle, observers: Observers): Promise<WorkerPool> {
  return lifecycle.start({
    name: 'workers',
    begin: () => startPool(config, observers),
    end: (pool) => pool.close(),
    abandon: (pool) => pool.abandon(),
  });
}

/** The configured certificate, or the one in the state directory. */
export function certificateOf(config: EngineConfig, state: StateDirectory): Promise<Certificate> {
  return openCertificate({ ...config.listen, stateDirectory: state.path, hosts: knownHosts(config) });
}

/** Compares pictures of an instance with its profile and the difference rule of its service type. */
function createComparer(pool: WorkerPool, profiles: readonly Profile[]): ServiceParts['compare'] {
  const calibrations = new Map(profiles.map(({ name, manifest }) => [name, manifest.calibration]));
  return (pair, { similarityProfile: profile, serviceType }, patience) =>
    pool.run({ pair, profile, serviceType, ownCalibration: calibrations.get(profile) }, patience);
}

function startState({ stateDirectory }: EngineConfig, lifecycle: Lifecycle): Promise<StateDirectory> {
  return lifecycle.start({
    name: 'state directory',
    begin: () => openStateDirectory(stateDirectory),
    end: (state) => state.close(),
    abandon: (state) => state.abandon(),
  });
}

/** Cache settings of workers. */
function cacheSettings(
  { featureCache, analyserModule }: EngineConfig,
  profiles: readonly Profile[],
): Pick<WorkerSettings, 'memoryBytes' | 'featureCache' | 'sharedFeatures'> {
  const { mode, directory, maxEntries, memoryBytes, shared } = featureCache;
  const models = profiles.map(({ name, manifest }) => `${name}=${embeddingIdentity(manifest)}`);
  const version = [modelSha256, defaultCalibration.version, analyserModule ?? 'built-in', ...models].join(' ');
  const { keyPrefix, deadlineMs, maxBytes, lifetimeMs } = shared;
  return {
    memoryBytes,
    ...(mode === 'off' || directory === undefined ? {} : { featureCache: { mode, directory, maxEntries, version } }),
    ...(shared.url === undefined ? {} : { sharedFeatures: { keyPrefix, deadlineMs, maxBytes, lifetimeMs, version } }),
  };
}

function sharedAccess({ featureCache }: EngineConfig): SharedFeaturesAccess | undefined {
  const { url, secret } = featureCache.shared;
  return url === undefined || secret === undefined ? undefined : { url, secret };
}

interface Observers {
  readonly profiles: readonly Profile[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

function startPool(config: EngineConfig, { profiles, logger, metrics, tracing }: Observers): WorkerPool {
  const { limits, analyserModule } = config;
  return new WorkerPool({
    onWaited: (waitedMs) => metrics.waited(waitedMs / 1000),
    workers: limits.workers === 0 ? Math.min(maxDefaultWorkers, availableParallelism()) : limits.workers,
    settings: { threads: 1, analyserModule, profiles: config.profiles, ...cacheSettings(config, profiles) },
    environmentNames: limits.workerEnvironment,
    sharedFeatures: sharedAccess(config),
    onWorkerEnd: (why, facts) => {
      logger.warn({ why, ...facts }, 'worker ended');
      metrics.workerEnded(why);
    },
    onCacheFault: ({ isDamage, description }) => {
      if (isDamage) logger.warn({ err: description }, 'the feature cache made an entry anew');
      else logger.error({ err: description }, 'the feature cache failed');
    },
    onMeasured: (measures) => {
      tracing.measured(measures);
      const { stages, cache, sharedCalls } = measures;
      for (const { name, tookMs } of stages) metrics.stageDone(name, tookMs / 1000);
      for (const [layer, result] of cache) metrics.cacheAsked(layer, result);
      for (const [seconds, isOk] of sharedCalls) metrics.storeAsked('features', seconds, isOk);
    },
    onRetry: (why) => {
      logger.warn({ why }, 'a comparison is given to another worker');
      metrics.retried(why);
    },
    onStderr: (text) => logger.warn({ text: text.slice(0, 2000) }, 'worker wrote to standard error'),
    ...poolLimits(limits),
  });
}

/** The limits of the pool, from the configuration. */
export function poolLimits(limits: EngineConfig['limits']): PoolLimits {
  return {
    queueLength: limits.queueLength,
    answerMs: limits.workerAnswerMs,
    budgetMs: limits.extractionMs,
    maxResidentBytes: limits.workerMaxBytes,
  };
}

/** Host names of this engine known from the configuration. */
function knownHosts({ listen }: EngineConfig): string[] {
  const advertised = listen.advertisedAddress?.replace(/:\d+$/, '');
  const bound = ['0.0.0.0', '::'].includes(listen.host) ? [] : [listen.host];
  return advertised === undefined ? bound : [...bound, advertised];
}
