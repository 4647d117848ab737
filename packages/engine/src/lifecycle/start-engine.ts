import type { Server } from 'node:http';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createRegistry } from '../request/access/registry.ts';
import { createAdminServer } from './admin/admin-server.ts';
import type { AdminStatus } from './admin/admin-page.ts';
import { createAnswerLog } from './admin/answer-log.ts';
import { openAuditLog } from './admin/audit-log.ts';
import type { AuditLog } from './admin/audit-log.ts';
import type { EngineConfig } from '../config/generated/engine-config.ts';
import { shownConfig } from '../config/shown-config.ts';
import { defaultCalibration } from '../score/default-calibration.ts';
import { effectiveConfig } from './key-mode.ts';
import type { ConfigSource, EffectiveConfig, KeyMode } from './key-mode.ts';
import { createParts } from './engine-parts.ts';
import type { EngineParts } from './engine-parts.ts';
import { createDropTeller } from '../request/edge/connections.ts';
import type { ConnectionLimits } from '../request/edge/connections.ts';
import { bindPort } from './bind-port.ts';
import { Lifecycle } from './lifecycle.ts';
import { createReload } from './reload.ts';
import type { ReloadReport } from './reload.ts';
import { createListener } from './server.ts';
import type { Listener } from './server.ts';

/** How to start an engine; every option has a default. */
export interface StartEngineOptions extends Partial<ConfigSource> {
  /** Where the log goes; silent by default. */
  readonly logger?: Logger;
  /** Cancels the start: parts that run already are stopped, and the start fails with `StartCancelledError`. */
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
  /** Reads the configuration again and says what took effect; throws and keeps the old one when it is wrong. */
  readonly reload: () => Promise<ReloadReport>;
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
    return await startParts({ source, effective, logger, isLogging: options.logger !== undefined, lifecycle });
  } catch (error) {
    await lifecycle.end();
    throw error;
  }
}

interface Start {
  readonly source: ConfigSource;
  readonly effective: EffectiveConfig;
  readonly logger: Logger;
  /** False where nobody gave a logger. */
  readonly isLogging: boolean;
  readonly lifecycle: Lifecycle;
}

/** In order: state, certificate, uploads, workers, admin port, port. They end the other way round. */
async function startParts({ source, effective, logger, isLogging, lifecycle }: Start): Promise<Engine> {
  const { config, mode, generatedKey } = effective;
  let registry = createRegistry(config);
  const anonymousAccount = mode === 'anonymous' ? config.instances[0]?.owner : undefined;
  const parts = await createParts({ config, logger, registry: () => registry, anonymousAccount, lifecycle });
  const audit = await startAudit(config, { parts, logger, lifecycle });
  const log = createAnswerLog({ logger, ...parts, audit });
  const listener = createListener({
    config,
    parts,
    log,
    documentationUrl: () => registry.documentationUrl,
    onDrop: watchDrops(logger, parts),
  });
  const adminUrl = await startAdmin(config, { parts, listener, lifecycle });
  await lifecycle.reached(parts.nonces.ready());
  const port = await startPort(config, listener, lifecycle);
  await lifecycle.reached(parts.pool.settled());
  const { host } = config.listen;
  const reload = createReload(
    { config, parts, listener },
    {
      read: () => reloadedConfig(source, generatedKey),
      onTakenOn: async (reloaded, report) => {
        await audit.reopen();
        warn(logger, reloaded);
        registry = createRegistry(reloaded.config);
        if (isLogging) logger.level = reloaded.config.logging.level;
        logger.info(report, 'configuration reloaded');
      },
    },
  );
  return {
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    adminUrl,
    mode,
    generatedKey,
    instances: [...registry.instances.keys()],
    get certificate() {
      return parts.certificate.current.cert;
    },
    stateDirectory: { path: parts.state.path, isTemporary: parts.state.isTemporary },
    workerPids: () => parts.pool.pids,
    reload,
    stop: () => lifecycle.end(),
    abandon: () => lifecycle.abandon(),
  };
}

function startPort({ limits }: EngineConfig, listener: Listener, lifecycle: Lifecycle): Promise<number> {
  const { drainMs, drainPauseMs } = limits;
  return lifecycle.start({
    name: 'port',
    begin: () => listener.listen(),
    end: () => listener.stop(),
    endMs: drainPauseMs + drainMs + 1000,
  });
}

function startAudit(
  { logging }: EngineConfig,
  { parts, logger, lifecycle }: { readonly parts: EngineParts } & Pick<Start, 'logger' | 'lifecycle'>,
): Promise<AuditLog> {
  const onFault = (err: unknown, lost: number): void => {
    parts.metrics.auditLost(lost);
    logger.error({ err, lost }, 'the audit log could not be written');
  };
  return lifecycle.start({
    name: 'audit log',
    begin: () => openAuditLog(logging.auditFile, onFault),
    end: (audit) => audit.close(),
  });
}

/** In protected mode the key pair made at start stays in force. */
function reloadedConfig(source: ConfigSource, key: EffectiveConfig['generatedKey']): Promise<EffectiveConfig> {
  const ownKey =
    key === undefined
      ? {}
      : { SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId, SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret };
  return effectiveConfig({ ...source, environment: { ...source.environment, ...ownKey } });
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

async function startAdmin(config: EngineConfig, input: AdminInput): Promise<string | undefined> {
  const { parts, listener, lifecycle } = input;
  const { host, port } = config.admin;
  if (port === undefined) return undefined;
  const readiness = (): { ready: boolean; reason: string } => {
    if (listener.closing()) return { ready: false, reason: 'draining' };
    return parts.pool.status.up > 0 ? { ready: true, reason: 'ready' } : { ready: false, reason: 'no worker is up' };
  };
  const startedAt = new Date().toISOString();
  const status = (): AdminStatus => ({ ...readiness(), startedAt, ...statusOf(config, input) });
  const server = createAdminServer({ readiness, metrics: parts.metrics, status });
  const bound = await lifecycle.start({
    name: 'admin port',
    begin: () => bindPort(server, { host, port, section: 'admin', flag: '--admin-port' }),
    end: () => closeServer(server),
  });
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

function statusOf(config: EngineConfig, { parts }: AdminInput): Omit<AdminStatus, 'ready' | 'reason' | 'startedAt'> {
  const { up, busy, starting, queued, comparisonsPerSecond } = parts.pool.status;
  return {
    node: process.version,
    calibration: defaultCalibration.version,
    workers: { up, busy, starting },
    queue: queued,
    comparisonsPerSecond,
    uploadBytes: parts.store.storedBytes(),
    sharedStore: parts.isStoreUp?.(),
    failures: parts.failures.list(),
    config: shownConfig(config),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
