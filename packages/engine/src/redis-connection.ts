import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { monotonicMs } from './clock.ts';

/** The shared store did not answer in time. */
export class StoreAwayError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`the shared store is away: ${reason}`, { cause });
    this.name = 'StoreAwayError';
  }
}

/** Address and time limit of the store. */
export interface RedisOptions {
  /** `redis://` or `rediss://` (TLS), with user, password and number of the database if any. */
  readonly url: string;
  /** Prefix of every key, in braces, so that a cluster keeps the keys together. */
  readonly keyPrefix: string;
  /** A call that takes longer has failed. */
  readonly deadlineMs: number;
  /** Called for every call: its purpose, duration, and whether it succeeded. */
  readonly onCall: (port: StorePort, seconds: number, isOk: boolean) => void;
  /** Called when the store becomes unreachable and when it is back. */
  readonly onChange: (isUp: boolean, cause?: unknown) => void;
}

/** Uses of the store. */
export type StorePort = 'nonces' | 'buckets' | 'uploads' | 'features';

/** A script that runs atomically; `keys` get the prefix. */
export interface ScriptCall {
  readonly port: StorePort;
  readonly script: Script;
  readonly keys: readonly string[];
  readonly values: readonly (string | number | Buffer)[];
}

/** A Lua script with the digest that identifies it. */
export interface Script {
  readonly text: string;
  readonly sha1: string;
}

/** A connection to Valkey or Redis whose calls never take longer than the deadline. */
export interface RedisConnection {
  /** Runs a script. @failure StoreAwayError, or the store's own error (out of memory, wrong type) */
  readonly run: (call: ScriptCall) => Promise<unknown>;
  /** Like `run`, with texts returned as bytes. */
  readonly runBytes: (call: ScriptCall) => Promise<unknown>;
  /** One section of `INFO`. */
  readonly info: (section: string) => Promise<string>;
  readonly isUp: () => boolean;
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

/** Makes a script from its text. */
export function script(text: string): Script {
  return { text, sha1: createHash('sha1').update(text).digest('hex') };
}

/** Time after a failure for which calls fail at once, so that a hanging store does not delay every request until the deadline. */
const pauseMs = 1000;
const maxReconnectMs = 2000;

/** Milliseconds before the next try to connect: doubled by each, up to two seconds. @param attempt  1 for the first */
export function reconnectDelayMs(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), maxReconnectMs);
}

/**
 * Opens a connection; an unreachable store shows at the first call. The client library is loaded here, so that an engine without a store
 * never loads it.
 */
export async function connectRedis(options: RedisOptions): Promise<RedisConnection> {
  const { url, deadlineMs } = options;
  const { Redis: Client } = await import('ioredis');
  const client = new Client(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: Math.max(1000, deadlineMs),
    commandTimeout: deadlineMs,
    retryStrategy: reconnectDelayMs,
    connectionName: 'semblance',
  });
  const state = watchClient(client, options);
  await client.connect().catch(() => undefined);
  const guarded = guardCalls(client, { ...options, state });
  const fullKey = (key: string): string => `{${options.keyPrefix}}:${key}`;
  const keyed = (call: ScriptCall): (string | Buffer | number)[] => [...call.keys.map(fullKey), ...call.values];
  return {
    run: (call) => guarded(call.port, () => evaluate(client, call, keyed(call))),
    runBytes: (call) => guarded(call.port, () => evaluateBytes(client, call, keyed(call))),
    info: (section) => guarded('nonces', () => client.info(section)),
    isUp: () => state.isUp,
    close: async () => client.disconnect(),
    abandon: () => client.disconnect(),
  };
}

interface ConnectionState {
  isUp: boolean;
  /** Time on the monotonic clock until which calls fail at once. */
  pausedUntilMs: number;
}

function watchClient(client: Redis, { onChange }: RedisOptions): ConnectionState {
  const state: ConnectionState = { isUp: false, pausedUntilMs: 0 };
  let lastError: unknown;
  client.on('ready', () => {
    state.isUp = true;
    state.pausedUntilMs = 0;
    onChange(true);
  });
  client.on('close', () => {
    if (state.isUp) onChange(false, lastError);
    state.isUp = false;
  });
  client.on('error', (error: unknown) => {
    lastError = error;
  });
  return state;
}

interface Guard extends RedisOptions {
  readonly state: ConnectionState;
}

function guardCalls(
  client: Redis,
  { state, onCall }: Guard,
): <Value>(port: StorePort, call: () => Promise<Value>) => Promise<Value> {
  return async (port, call) => {
    const startedAtMs = monotonicMs();
    const tell = (isOk: boolean): void => onCall(port, (monotonicMs() - startedAtMs) / 1000, isOk);
    if (client.status !== 'ready' || startedAtMs < state.pausedUntilMs) {
      tell(false);
      throw new StoreAwayError(client.status === 'ready' ? 'it did not answer a moment ago' : 'no connection');
    }
    try {
      const value = await call();
      tell(true);
      return value;
    } catch (cause) {
      tell(false);
      if (isAnswer(cause)) throw cause;
      state.pausedUntilMs = monotonicMs() + pauseMs;
      throw new StoreAwayError('no answer in time', cause);
    }
  };
}

/** Whether an error is an answer of the store, which is then reachable. */
function isAnswer(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'ReplyError';
}

function isUnknownScript(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('NOSCRIPT');
}

async function evaluate(
  client: Redis,
  { script: { sha1, text }, keys }: ScriptCall,
  values: readonly (string | Buffer | number)[],
): Promise<unknown> {
  try {
    return await client.evalsha(sha1, keys.length, ...values);
  } catch (cause) {
    if (!isUnknownScript(cause)) throw cause;
    return client.eval(text, keys.length, ...values);
  }
}

async function evaluateBytes(
  client: Redis,
  { script: { sha1, text }, keys }: ScriptCall,
  values: readonly (string | Buffer | number)[],
): Promise<unknown> {
  const count = String(keys.length);
  try {
    return await client.callBuffer('EVALSHA', sha1, count, ...values);
  } catch (cause) {
    if (!isUnknownScript(cause)) throw cause;
    return client.callBuffer('EVAL', text, count, ...values);
  }
}
