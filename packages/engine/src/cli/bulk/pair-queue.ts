import { createHash } from 'node:crypto';
import type { ServiceType } from '@semblance/spec/limits';
import type * as bullmq from 'bullmq';
import type { Redis } from 'ioredis';
import { reconnectDelayMs } from '../../redis-connection.ts';
import type { BulkProfile } from './bulk-profile.ts';
import type { PairOutcome } from './pair-comparer.ts';

/** A pair as it lies in the queue. */
export interface PairJob {
  /** Paths below the folder of pictures that everybody shares, with `/`. */
  readonly primary: string;
  readonly secondary: string;
  readonly serviceType: ServiceType;
}

/** Every key begins with it, in braces: a cluster then keeps them together. */
export const queuePrefix = '{semblance}';

/** A queue for each model and calibration, so that nobody compares by another one than was asked for. */
export function queueName({ model }: BulkProfile): string {
  return `pairs-${createHash('sha256').update(model).digest('hex').slice(0, 16)}`;
}

/** Every call to the store has failed after so long. Reads that wait for news end sooner (10 s), which is no failure. */
const callMs = 15_000;
const connectMs = 5000;

/** The queue's store cannot be reached, or its library is not installed; the message says which, and what to do. */
export class QueueAwayError extends Error {
  override readonly name = 'QueueAwayError';
}

/** The release that tests run with. */
export const bullmqVersion = '6.7.0';

type Bullmq = typeof bullmq;

/**
 * Loads BullMQ, an optional peer: its parser of messages has an install script, and most engines use no queue.
 * @param load  how it is loaded; only tests give another
 * @failure QueueAwayError where it is not installed
 */
export async function loadBullmq(load: () => Promise<Bullmq> = () => import('bullmq')): Promise<Bullmq> {
  try {
    return await load();
  } catch (cause) {
    const advice = `npm install bullmq@${bullmqVersion}`;
    throw new QueueAwayError(
      `pairs go through a queue by BullMQ, which is not installed beside the engine: ${advice}`,
      {
        cause,
      },
    );
  }
}

/**
 * Connects to the Valkey or Redis of a queue. The client is loaded here, so that who uses no queue never does.
 * @param onFault  hears of every fault of the connection, which is mended by itself
 * @failure QueueAwayError
 */
export async function connectQueue(url: string, onFault: (cause: Error) => void): Promise<Redis> {
  const { Redis: Client } = await import('ioredis');
  const client = new Client(url, {
    lazyConnect: true,
    connectTimeout: connectMs,
    commandTimeout: callMs,
    // BullMQ asks for it: calls wait for the connection, and end by the time above.
    maxRetriesPerRequest: null,
    retryStrategy: reconnectDelayMs,
    connectionName: 'semblance-bulk',
  });
  let lastFault: Error | undefined;
  client.on('error', (cause: Error) => {
    lastFault = cause;
    onFault(cause);
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.disconnect();
    const cause = lastFault ?? error;
    const { host = 'localhost', port = 6379 } = client.options;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QueueAwayError(
      `the queue's store at ${host}:${port} cannot be used (${why}). Start it, or correct --queue.`,
      {
        cause,
      },
    );
  }
}

/** What a queue gave back, if it is an outcome. */
export function readOutcome(value: unknown): PairOutcome | undefined {
  if (typeof value !== 'object' || value === null || !('digests' in value) || !Array.isArray(value.digests))
    return undefined;
  const [primary, secondary] = value.digests as readonly unknown[];
  const digests = [textOf(primary), textOf(secondary)] as const;
  const { score, calibration, errorCode, errorMessage } = value as Record<string, unknown>;
  if (typeof score === 'number' && score >= 0 && score <= 1 && typeof calibration === 'string')
    return { digests, score, calibration };
  if (typeof errorCode === 'string' && typeof errorMessage === 'string') return { digests, errorCode, errorMessage };
  return undefined;
}

/** A job as it was found in the queue, if it is one. */
export function readJob(value: unknown): Record<keyof PairJob, string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { primary, secondary, serviceType } = value as Record<string, unknown>;
  if (typeof primary !== 'string' || typeof secondary !== 'string' || typeof serviceType !== 'string') return undefined;
  return { primary, secondary, serviceType };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
