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
import { effectiveConfig, isLoopback } from './key-mode.ts';
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

/** Options of an engine; all have defaults. */
export interface StartEngineOptions extends Partial<ConfigSource> {
  /** The log; silent by default. */
  readonly logger?: Logger;
  /** Cancels the start: started parts are stopped, and the start fails with `StartCancelledError`. */
  readonly signal?: AbortSignal;
}

/** A running engine. */
export interface Engine {
  readonly host: string;
  readonly port: number;
  /** Address for plain HTTP; the same port accepts TLS. */
  readonly url: string;
  readonly adminUrl: string | undefined;
  readonly mode: KeyMode;
  /** The key pair generated in protected mode. */
  readonly generatedKey: { readonly accessKeyId: string; readonly accessKeySecret: string } | undefined;
  readonly instances: readonly string[];
  /** The TLS certificate that callers have to trust, PEM. */
  readonly certificate: string;
  /** Its state directory; `isTemporary` when none was configured. */
  readonly stateDirectory: { readonly path: string; readonly isTemporary: boolean };
  /** Process ids of its workers. */
  readonly workerPids: () => readonly number[];
  /** Reads the configuration again and reports what took effect; on failure it throws and keeps the old one. */
  readonly reload: () => Promise<ReloadReport>;
  /**
   * Reports not ready on `/readyz`, keeps the port open for `limits.drainPauseMs`, lets arriving and running requests finish within
   * `limits.drainMs`, then ends everything.
   */
  readonly stop: () => Promise<void>;
  /** Ends everything synchronously, for a process that exits now. */
  readonly abandon: () => void;
}

/**
 * Starts an engine in this process, with workers in child processes. Resolves when it answers. When it rejects, all started parts have
 * ended: no process, port or file is left. @failure ConfigError for an invalid configuration; StartError for an unusable port, directory or
 * certificate, in one line with advice; StartCancelledError when `signal` was aborted.
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
  /** Whether a logger was given. */
  readonly isLogging: boolean;
  readonly lifecycle: Lifecycle;
}

/** Starts state, certificate, uploads, workers, admin port and port, in this order. They end in reverse order. */
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

/** The reloaded configuration; in protected mode it keeps the key pair generated at start. */
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
  const status = (): AdminStatus => ({
    ...readiness(),
    startedAt,
    asOf: new Date().toISOString(),
    ...statusOf(config, input),
  });
  const server = createAdminServer({ readiness, metrics: parts.metrics, status, isLocal: isLoopback(host) });
  const bound = await lifecycle.start({
    name: 'admin port',
    begin: () => bindPort(server, { host, port, section: 'admin', flag: '--admin-port' }),
    end: () => closeServer(server),
  });
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

function statusOf(
  config: EngineConfig,
  { parts }: AdminInput,
): Omit<AdminStatus, 'ready' | 'reason' | 'startedAt' | 'asOf'> {
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
