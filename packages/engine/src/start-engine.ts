import type { Server } from 'node:http';
import { pino, type Logger } from 'pino';
import { createRegistry } from './access/registry.ts';
import { createAdminServer } from './admin/admin-server.ts';
import { createAnswerLog } from './admin/answer-log.ts';
import { effectiveConfig, type ConfigSource, type EffectiveConfig, type KeyMode } from './config/key-mode.ts';
import { createParts, type EngineParts } from './engine-parts.ts';
import { createDropTeller, type ConnectionLimits } from './gateway/connections.ts';
import { bindPort } from './lifecycle/bind-port.ts';
import { Lifecycle } from './lifecycle/lifecycle.ts';
import { createListener, type Listener } from './server.ts';

/** How to start an engine; every option has a default. */
export interface StartEngineOptions extends Partial<ConfigSource> {
  /** Where the log goes; silent by default. */
  readonly logger?: Logger;
  /** Calls the start off: what was started already is ended, and the start fails with `StartCancelledError`. */
  readonly signal?: AbortSignal;
}

/** A running engine. */
export interface Engine {
  readonly host: string;
  readonly port: number;
  /** Plain HTTP; the same port speaks TLS. */
  readonly url: string;
  readonly adminUrl: string | undefined;
  readonly mode: KeyMode;
  /** The key pair made in protected mode. */
  readonly generatedKey: { readonly accessKeyId: string; readonly accessKeySecret: string } | undefined;
  readonly instances: readonly string[];
  /** The certificate of its TLS side, PEM, for callers that have to trust it. */
  readonly certificate: string;
  /** Where it keeps its state; `isTemporary` when none was configured. */
  readonly stateDirectory: { readonly path: string; readonly isTemporary: boolean };
  /** Process ids of its workers. */
  readonly workerPids: () => readonly number[];
  /** Reads the configuration again; throws and keeps the old one when it is wrong. */
  readonly reload: () => Promise<void>;
  /**
   * Says by `/readyz` that it goes, keeps the port open for `limits.drainPauseMs`, lets arriving and running requests finish
   * within `limits.drainMs`, then ends everything.
   */
  readonly stop: () => Promise<void>;
  /** Ends everything at once, without waiting: for a process that ends now. */
  readonly abandon: () => void;
}

/**
 * Starts an engine in this process; its workers are processes of their own. Resolves when it answers.
 * Whatever fails, what was started before it has ended when this rejects: no process, port or file is left.
 * @failure ConfigError for a configuration that cannot be used; StartError for a port, directory or certificate that cannot
 * be had, in one line with what to do; StartCancelledError when `signal` was aborted.
 */
export async function startEngine(options: StartEngineOptions = {}): Promise<Engine> {
  const source: ConfigSource = { environment: {}, ...options };
  const effective = await effectiveConfig(source);
  const logger = options.logger ?? pino({ level: 'silent' });
  logger.level = options.logger === undefined ? 'silent' : effective.config.logging.level;
  warn(logger, effective);
  const lifecycle = new Lifecycle({
    signal: options.signal,
    onFault: (part, err) => logger.error({ part, err }, 'a part did not end as it should'),
  });
  try {
    return await startParts({ source, effective, logger, lifecycle });
  } catch (error) {
    await lifecycle.end();
    throw error;
  }
}

interface Start {
  readonly source: ConfigSource;
  readonly effective: EffectiveConfig;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
}

/** In order: state, certificate, uploads, workers, admin port, port. They end the other way round. */
async function startParts({ source, effective, logger, lifecycle }: Start): Promise<Engine> {
  const { config, mode, generatedKey } = effective;
  let registry = createRegistry(config);
  const anonymousAccount = mode === 'anonymous' ? config.instances[0]?.owner : undefined;
  const parts = await createParts({ config, logger, registry: () => registry, anonymousAccount, lifecycle });
  const log = createAnswerLog(logger, parts.metrics);
  const listener = createListener({
    config,
    parts,
    log,
    documentationUrl: () => registry.documentationUrl,
    onDrop: watchDrops(logger, parts),
  });
  const adminUrl = await startAdmin(config.admin, { parts, listener, lifecycle });
  const { host } = config.listen;
  await lifecycle.reached(parts.nonces.ready());
  const { drainMs, drainPauseMs } = config.limits;
  const port = await lifecycle.start({
    name: 'port',
    begin: () => listener.listen(),
    end: () => listener.stop(),
    endMs: drainPauseMs + drainMs + 1000,
  });
  await lifecycle.reached(parts.pool.settled());
  return {
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    adminUrl,
    mode,
    generatedKey,
    instances: [...registry.instances.keys()],
    certificate: parts.certificate.cert,
    stateDirectory: { path: parts.state.path, isTemporary: parts.state.isTemporary },
    workerPids: () => parts.pool.pids,
    reload: async () => {
      const reloaded = await reloadedConfig(source, generatedKey);
      warn(logger, reloaded);
      registry = createRegistry(reloaded.config);
      logger.info('configuration reloaded');
    },
    stop: () => lifecycle.end(),
    abandon: () => lifecycle.abandon(),
  };
}

/** In protected mode the key pair made at start stays in force. */
function reloadedConfig(source: ConfigSource, key: EffectiveConfig['generatedKey']): Promise<EffectiveConfig> {
  const { host: _host, port: _port, ...rest } = source;
  const ownKey =
    key === undefined
      ? {}
      : { SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId, SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret };
  return effectiveConfig({ ...rest, environment: { ...rest.environment, ...ownKey } });
}

function warn(logger: Logger, { warnings }: EffectiveConfig): void {
  for (const warning of warnings) logger.warn({ warning }, 'configuration');
}

function watchDrops(logger: Logger, { metrics }: EngineParts): ConnectionLimits['onDrop'] {
  const tell = createDropTeller((summary) => logger.warn(summary, 'connections dropped'));
  return (why, peer) => {
    metrics.connectionDropped(why);
    tell(why, peer);
  };
}

interface AdminInput {
  readonly parts: EngineParts;
  readonly listener: Listener;
  readonly lifecycle: Lifecycle;
}

async function startAdmin(
  { host, port }: { readonly host: string; readonly port?: number },
  { parts, listener, lifecycle }: AdminInput,
): Promise<string | undefined> {
  if (port === undefined) return undefined;
  const readiness = (): { ready: boolean; reason: string } => {
    if (listener.closing()) return { ready: false, reason: 'draining' };
    return parts.pool.status.up > 0 ? { ready: true, reason: 'ready' } : { ready: false, reason: 'no worker is up' };
  };
  const server = createAdminServer({ readiness, metrics: parts.metrics });
  const bound = await lifecycle.start({
    name: 'admin port',
    begin: () => bindPort(server, { host, port, section: 'admin', flag: '--admin-port' }),
    end: () => closeServer(server),
  });
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
