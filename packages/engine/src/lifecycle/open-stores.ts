import path from 'node:path';
import type { Logger } from 'pino';
import { pictureMaxBytes } from '@semblance/spec/limits';
import type { EngineConfig } from '../config/generated/engine-config.ts';
import { createFlowControl } from '../request/access/flow-control.ts';
import type { FlowControl } from '../request/access/flow-control.ts';
import type { ByteBudget } from '../request/edge/byte-budget.ts';
import { openNonces } from '../request/state/open-nonces.ts';
import type { Nonces } from '../request/state/open-nonces.ts';
import { prepareDirectory } from '../request/state/state-directory.ts';
import type { StateDirectory } from '../request/state/state-directory.ts';
import { ObjectStore } from '../request/upload/object-store.ts';
import type { UploadStore } from '../request/upload/upload-store.ts';
import { redisObjectBytes } from '../request/store/object-bytes.ts';
import type { ObjectBytes } from '../request/store/object-bytes.ts';
import { connectRedis } from '../redis-connection.ts';
import type { RedisConnection } from '../redis-connection.ts';
import { createRedisFlowControl } from '../request/store/redis-flow-control.ts';
import { openRedisNonces } from '../request/store/redis-nonces.ts';
import { RedisUploads } from '../request/store/redis-uploads.ts';
import { s3ObjectBytes } from '../request/store/s3-object-bytes.ts';
import type { Metrics } from './admin/metrics.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Tracing } from './tracing.ts';

/** Stores of an engine: its own, or shared with other engines. */
export interface Stores {
  readonly nonces: Nonces;
  readonly flowControl: FlowControl;
  readonly uploads: UploadStore;
  /** The shared store; `undefined` for an independent engine. */
  readonly shared: RedisConnection | undefined;
}

/** Input of `openStores`. */
export interface StoresInput {
  readonly config: EngineConfig;
  readonly state: StateDirectory;
  readonly budget: ByteBudget;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
}

/**
 * Opens the stores: those of this process, or adapters of the shared one.
 * @failure StartError for an unusable directory, or a store that may evict nonces.
 */
export async function openStores(input: StoresInput): Promise<Stores> {
  const { config, lifecycle } = input;
  const { url, flowControlWhenAway: whenAway } = config.store;
  const local = createFlowControl();
  if (url === undefined) {
    const nonces = await startNonces(lifecycle, () => openNonces(input.state));
    return { nonces, flowControl: local, uploads: await startLocalUploads(input), shared: undefined };
  }
  const shared = await startShared(url, input);
  const nonces = await startNonces(lifecycle, () => openRedisNonces(shared));
  const flowControl = createRedisFlowControl(shared, { whenAway, local });
  return { nonces, flowControl, uploads: await startSharedUploads(shared, input), shared };
}

function startNonces(lifecycle: Lifecycle, begin: () => Promise<Nonces>): Promise<Nonces> {
  return lifecycle.start({
    name: 'nonces',
    begin,
    end: (nonces) => nonces.close(),
    abandon: (nonces) => nonces.abandon(),
  });
}

function startShared(
  url: string,
  { config, metrics, tracing, logger, lifecycle }: StoresInput,
): Promise<RedisConnection> {
  const { keyPrefix, deadlineMs } = config.store;
  return lifecycle.start({
    name: 'shared store',
    begin: () =>
      connectRedis({
        url,
        keyPrefix,
        deadlineMs,
        onCall: (port, seconds, isOk) => {
          metrics.storeAsked(port, seconds, isOk);
          tracing.ended(`store ${port}`, seconds, isOk);
        },
        onChange: (isUp, err) => {
          metrics.storeUp(isUp);
          if (isUp) logger.info('the shared store is there');
          else logger.error({ err }, 'the shared store is away');
        },
      }),
    end: (redis) => redis.close(),
    abandon: (redis) => redis.abandon(),
  });
}

async function startLocalUploads({ config: { uploads }, state, lifecycle }: StoresInput): Promise<UploadStore> {
  const directory = uploads.directory ?? path.join(state.path, 'uploads');
  await prepareDirectory(directory, uploads.directory === undefined ? 'stateDirectory' : 'uploads.directory');
  return startUploads(lifecycle, () => ObjectStore.open({ directory, limits: uploads }));
}

function startSharedUploads(redis: RedisConnection, input: StoresInput): Promise<UploadStore> {
  const { config, budget, lifecycle } = input;
  return startUploads(lifecycle, async () => {
    const bytes = await openObjectBytes(redis, input);
    return new RedisUploads(redis, { limits: config.uploads, bytes, budget });
  });
}

function startUploads(lifecycle: Lifecycle, begin: () => Promise<UploadStore>): Promise<UploadStore> {
  return lifecycle.start({
    name: 'uploads',
    begin,
    end: (store) => store.close(),
    abandon: (store) => store.abandon(),
  });
}

async function openObjectBytes(redis: RedisConnection, { config, metrics }: StoresInput): Promise<ObjectBytes> {
  const { endpoint, bucket, accessKeyId = '', secretAccessKey = '', ...rest } = config.uploads.objectStorage;
  if (endpoint === undefined || bucket === undefined) return redisObjectBytes(redis);
  const { region, prefix, deadlineMs } = rest;
  const onCall = (seconds: number, isOk: boolean): void => metrics.storeAsked('objects', seconds, isOk);
  const where = { endpoint, bucket, accessKeyId, secretAccessKey, region, prefix };
  return s3ObjectBytes({ ...where, deadlineMs, maxBytes: pictureMaxBytes, onCall });
}
