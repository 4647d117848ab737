import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino, type Logger } from 'pino';
import { createRegistry } from './access/registry.ts';
import { createAdminServer } from './admin/admin-server.ts';
import { createAnswerLog } from './admin/answer-log.ts';
import { effectiveConfig, type ConfigSource, type KeyMode } from './config/key-mode.ts';
import { createParts, type EngineParts } from './engine-parts.ts';
import { createListener, type Listener } from './server.ts';

/** How to start an engine; every option has a default. */
export interface StartEngineOptions extends Partial<ConfigSource> {
  /** Where the log goes; silent by default. */
  readonly logger?: Logger;
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
  /** Process ids of its workers. */
  readonly workerPids: () => readonly number[];
  /** Reads the configuration again; throws and keeps the old one when it is wrong. */
  readonly reload: () => Promise<void>;
  /** Lets running requests finish, then ends everything. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an engine in this process; its workers are processes of their own. Resolves when it answers.
 * @failure ConfigError for a configuration that cannot be used; the system's error when the port cannot be had.
 */
export async function startEngine(options: StartEngineOptions = {}): Promise<Engine> {
  const source: ConfigSource = { environment: {}, ...options };
  const { config, mode, generatedKey, warnings } = await effectiveConfig(source);
  const logger = options.logger ?? pino({ level: 'silent' });
  logger.level = options.logger === undefined ? 'silent' : config.logging.level;
  for (const warning of warnings) logger.warn({ warning }, 'configuration');
  let registry = createRegistry(config);
  const anonymousAccount = mode === 'anonymous' ? config.instances[0]?.owner : undefined;
  const parts = await createParts({ config, logger, registry: () => registry, anonymousAccount });
  const log = createAnswerLog(logger, parts.metrics);
  const listener = createListener({ config, parts, log, documentationUrl: () => registry.documentationUrl });
  await parts.pool.settled();
  const port = await listener.listen();
  const admin = await startAdmin(config.admin, parts, listener);
  return {
    host: config.listen.host,
    port,
    url: `http://${config.listen.host}:${port}`,
    adminUrl: admin?.url,
    mode,
    generatedKey,
    instances: [...registry.instances.keys()],
    certificate: parts.certificate.cert,
    workerPids: () => parts.pool.pids,
    reload: async () => {
      const { host: _host, port: _port, ...rest } = source;
      const reloaded = await effectiveConfig(
        generatedKey === undefined ? rest : { ...rest, environment: withKey(rest.environment, generatedKey) },
      );
      for (const warning of reloaded.warnings) logger.warn({ warning }, 'configuration');
      registry = createRegistry(reloaded.config);
      logger.info('configuration reloaded');
    },
    stop: async () => {
      await listener.stop();
      admin?.server.close();
      parts.pool.close();
      await parts.store.close();
    },
  };
}

/** In protected mode the key pair made at start stays in force. */
function withKey(
  environment: ConfigSource['environment'],
  key: { readonly accessKeyId: string; readonly accessKeySecret: string },
): ConfigSource['environment'] {
  return { ...environment, SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId, SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret };
}

async function startAdmin(
  { host, port }: { readonly host: string; readonly port?: number },
  { metrics, pool }: EngineParts,
  listener: Listener,
): Promise<{ readonly server: Server; readonly url: string } | undefined> {
  if (port === undefined) return undefined;
  const readiness = (): { ready: boolean; reason: string } => {
    if (listener.closing()) return { ready: false, reason: 'draining' };
    return pool.status.healthy > 0 ? { ready: true, reason: 'ready' } : { ready: false, reason: 'no worker is up' };
  };
  const server = createAdminServer({ readiness, metrics });
  server.listen(port, host);
  await once(server, 'listening');
  return { server, url: `http://${host}:${(server.address() as AddressInfo).port}` };
}
