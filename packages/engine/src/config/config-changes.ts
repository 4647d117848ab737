import type { EngineConfig } from './generated/engine-config.ts';

/** Changed settings, by what a reload does with them. */
export interface ConfigChanges {
  /** Names of settings that were applied. */
  readonly applied: readonly string[];
  /** Names of settings that need a restart; the engine keeps their old values. */
  readonly needRestart: readonly string[];
}

/** Settings, or whole sections, that a running engine can apply. All others need a restart. */
export const reloadable: readonly string[] = [
  'accessKeys',
  'accounts',
  'stsIssuers',
  'instances',
  'policies',
  'similarityProfiles',
  'diagnostics',
  'faultProfile',
  'region',
  'documentationUrl',
  'logging.level',
  'listen.certificateFile',
  'listen.privateKeyFile',
  'limits.maxBodyBytes',
  'limits.maxBodyBytesInFlight',
  'limits.transferMs',
  'limits.requestMs',
  'limits.extractionMs',
  'limits.workerAnswerMs',
  'limits.workerMaxBytes',
  'limits.queueLength',
  'uploads.maxObjectBytes',
  'uploads.maxStoredBytes',
  'uploads.maxShareOfUser',
  'uploads.lifetimeMs',
];

/** Compares two configurations setting by setting; lists count as one setting. Names only: values may be secrets. */
export function configChanges(before: EngineConfig, after: EngineConfig): ConfigChanges {
  const [old, young] = [settingsOf(before), settingsOf(after)];
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  const changed = names.filter((name) => old.get(name) !== young.get(name));
  const isReloadable = (name: string): boolean => reloadable.some((one) => name === one || name.startsWith(`${one}.`));
  return { applied: changed.filter(isReloadable), needRestart: changed.filter((name) => !isReloadable(name)) };
}

function settingsOf(config: EngineConfig): Map<string, string> {
  const settings = new Map<string, string>();
  for (const [section, content] of Object.entries(config) as [string, unknown][]) {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      settings.set(section, JSON.stringify(content));
      continue;
    }
    for (const [name, value] of Object.entries(content)) settings.set(`${section}.${name}`, JSON.stringify(value));
  }
  return settings;
}

/** Applies the limits of a new configuration to the objects from which the running parts read them. */
export function takeOnLimits(running: EngineConfig, reloaded: EngineConfig): void {
  const { limits, uploads } = reloaded;
  const { maxBodyBytes, maxBodyBytesInFlight, transferMs, requestMs } = limits;
  const { extractionMs, workerAnswerMs, workerMaxBytes, queueLength } = limits;
  Object.assign(running.limits, { maxBodyBytes, maxBodyBytesInFlight, transferMs, requestMs });
  Object.assign(running.limits, { extractionMs, workerAnswerMs, workerMaxBytes, queueLength });
  const { maxObjectBytes, maxStoredBytes, maxShareOfUser, lifetimeMs } = uploads;
  Object.assign(running.uploads, { maxObjectBytes, maxStoredBytes, maxShareOfUser, lifetimeMs });
}
