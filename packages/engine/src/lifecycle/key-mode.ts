import { randomBytes } from 'node:crypto';
import { policyProblems } from '../request/access/policy-problems.ts';
import { ConfigError, checkConfig, loadConfig } from '../config/load-config.ts';
import type { EngineConfig } from '../config/load-config.ts';
import type { Environment } from '../config/config-problems.ts';

/** Who may call: `keys`: signed with a configured key; `protected`: signed with the key pair generated at start; `anonymous`: also unsigned. */
export type KeyMode = 'keys' | 'protected' | 'anonymous';

/** The effective configuration, and facts for the person who started the engine. */
export interface EffectiveConfig {
  readonly config: EngineConfig;
  readonly mode: KeyMode;
  /** The key pair generated in protected mode. */
  readonly generatedKey: { readonly accessKeyId: string; readonly accessKeySecret: string } | undefined;
  /** Warnings about accepted but probably unintended settings, for the log. */
  readonly warnings: readonly string[];
}

/** Sources of a configuration. */
export interface ConfigSource {
  readonly file?: string | undefined;
  /** The settings as an object, instead of a file. */
  readonly settings?: object | undefined;
  readonly environment: Environment;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly adminPort?: number | undefined;
  readonly allowAnonymous?: boolean | undefined;
  /** Overrides the configured one. */
  readonly stateDirectory?: string | undefined;
  /** Used when the configuration names none. */
  readonly defaultStateDirectory?: string | undefined;
}

const defaultAccount = 'default';
const defaultInstance = 'demoinstance1';

/** Reads the configuration, adds keys from the environment or generated ones, and refuses to serve other machines without keys. */
export async function effectiveConfig(source: ConfigSource): Promise<EffectiveConfig> {
  const name = source.file ?? 'the configuration';
  const from = { source: name, environment: source.environment };
  const configured =
    source.file === undefined
      ? checkConfig(source.settings ?? {}, from)
      : await loadConfig(source.file, source.environment);
  const withKeys = addEnvironment(configured, source.environment);
  const hasKeys = withKeys.accessKeys.length > 0 || withKeys.stsIssuers.length > 0;
  const mode: KeyMode = source.allowAnonymous === true ? 'anonymous' : hasKeys ? 'keys' : 'protected';
  const generatedKey = mode === 'protected' ? makeKey() : undefined;
  const config = overrides(generatedKey === undefined ? withKeys : addKey(withKeys, generatedKey), source);
  refuseToBeOpen(config, mode, name);
  const { errors, warnings } = policyProblems(config);
  if (errors.length > 0) throw new ConfigError(name, errors);
  return { config, mode, generatedKey, warnings };
}

/** Adds a key and an instance from the environment when the configuration has none. */
function addEnvironment(config: EngineConfig, environment: Environment): EngineConfig {
  const accessKeyId = environment['SEMBLANCE_ACCESS_KEY_ID'] ?? '';
  const accessKeySecret = environment['SEMBLANCE_ACCESS_KEY_SECRET'] ?? '';
  if ((accessKeyId === '') !== (accessKeySecret === '')) {
    throw new ConfigError('the environment', [
      'set both SEMBLANCE_ACCESS_KEY_ID and SEMBLANCE_ACCESS_KEY_SECRET, or neither',
    ]);
  }
  const named = addInstance(config, environment['SEMBLANCE_INSTANCE']);
  const documentationUrl = config.documentationUrl ?? environment['SEMBLANCE_DOCS_URL'];
  const documented = documentationUrl === undefined ? named : { ...named, documentationUrl };
  if (accessKeyId === '' || config.accessKeys.length > 0) return documented;
  return addKey(documented, { accessKeyId, accessKeySecret });
}

function addInstance(config: EngineConfig, name: string | undefined): EngineConfig {
  if (config.instances.length > 0) return config;
  const settings = { instances: [{ name: name ?? defaultInstance, owner: defaultAccount }] };
  const { instances } = checkConfig(settings, { source: 'SEMBLANCE_INSTANCE', environment: {} });
  return { ...config, instances };
}

function addKey(
  config: EngineConfig,
  key: { readonly accessKeyId: string; readonly accessKeySecret: string },
): EngineConfig {
  const account = config.instances[0]?.owner ?? defaultAccount;
  return { ...config, accessKeys: [...config.accessKeys, { ...key, account, active: true, weight: 1 }] };
}

function makeKey(): { readonly accessKeyId: string; readonly accessKeySecret: string } {
  return {
    accessKeyId: `LTAIlocal${randomBytes(8).toString('hex')}`,
    accessKeySecret: randomBytes(24).toString('base64url'),
  };
}

function overrides(config: EngineConfig, source: ConfigSource): EngineConfig {
  const { host, port, adminPort } = source;
  const stateDirectory = source.stateDirectory ?? config.stateDirectory ?? source.defaultStateDirectory;
  return {
    ...config,
    ...(stateDirectory === undefined ? {} : { stateDirectory }),
    listen: { ...config.listen, ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port }) },
    admin: { ...config.admin, ...(adminPort === undefined ? {} : { port: adminPort }) },
  };
}

/** Whether an address is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function refuseToBeOpen({ listen }: EngineConfig, mode: KeyMode, source: string): void {
  if (mode === 'keys' || isLoopback(listen.host)) return;
  throw new ConfigError(source, [
    mode === 'anonymous'
      ? `unsigned requests are for this machine only: listen on 127.0.0.1, not on ${listen.host}, or drop --allow-anonymous`
      : `without access keys the engine listens on this machine only, not on ${listen.host}: configure a key (set SEMBLANCE_ACCESS_KEY_ID and SEMBLANCE_ACCESS_KEY_SECRET, or name a file with --config)`,
  ]);
}
