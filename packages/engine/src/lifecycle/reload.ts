import { configChanges, takeOnLimits } from '../config/config-changes.ts';
import type { ConfigChanges } from '../config/config-changes.ts';
import type { EffectiveConfig } from './key-mode.ts';
import { ConfigError } from '../config/load-config.ts';
import type { EngineConfig } from '../config/load-config.ts';
import { certificateOf, poolLimits } from './engine-parts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Listener } from './server.ts';

/** The running parts to which a configuration is applied. */
export interface RunningEngine {
  /** The current configuration; its limits are changed in place, where the parts read them. */
  readonly config: EngineConfig;
  readonly parts: EngineParts;
  readonly listener: Listener;
}

/** Result of a reload. */
export interface ReloadReport extends ConfigChanges {
  /** Whether the files contained a new certificate. */
  readonly certificateRenewed: boolean;
}

/** Source of a new configuration, and further recipients. */
export interface ReloadSource {
  /** @failure ConfigError */
  readonly read: () => Promise<EffectiveConfig>;
  readonly onTakenOn: (reloaded: EffectiveConfig, report: ReloadReport) => Promise<void>;
}

/** Makes a function that reads and applies the configuration again, one call at a time; on failure it throws and changes nothing. */
export function createReload(running: RunningEngine, source: ReloadSource): () => Promise<ReloadReport> {
  let inForce = structuredClone(running.config);
  const { metrics } = running.parts;
  const reload = async (): Promise<ReloadReport> => {
    const reloaded = await source.read();
    const report = await takeOn(running, reloaded.config, inForce);
    inForce = structuredClone(reloaded.config);
    await source.onTakenOn(reloaded, report);
    return report;
  };
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(reload);
    last = next.then(
      () => metrics.reloaded('applied'),
      () => metrics.reloaded('refused'),
    );
    return next;
  };
}

/**
 * Applies a checked configuration as far as a running engine can. Steps that may fail come first, so that either all changes are applied or
 * none. @failure ConfigError for a profile that is not loaded; StartError for an unusable certificate.
 */
async function takeOn(
  { config, parts, listener }: RunningEngine,
  reloaded: EngineConfig,
  inForce: EngineConfig,
): Promise<ReloadReport> {
  refuseUnloadedProfiles(reloaded, config);
  const certificate = await certificateOf({ ...config, listen: listenWith(config, reloaded) }, parts.state);
  const certificateRenewed = certificate.cert !== parts.certificate.current.cert;
  const changes = configChanges(inForce, reloaded);
  takeOnLimits(config, reloaded);
  parts.certificate.current = certificate;
  parts.pool.adjust(poolLimits(config.limits));
  listener.adjust(certificate);
  return { ...changes, certificateRenewed };
}

/** The current address with the new certificate's files. */
function listenWith({ listen }: EngineConfig, reloaded: EngineConfig): EngineConfig['listen'] {
  const { certificateFile: _certificate, privateKeyFile: _key, ...address } = listen;
  const { certificateFile, privateKeyFile } = reloaded.listen;
  return certificateFile === undefined || privateKeyFile === undefined
    ? address
    : { ...address, certificateFile, privateKeyFile };
}

/** Refuses profiles that are not loaded, because workers load models only at their start. */
function refuseUnloadedProfiles(reloaded: EngineConfig, { profiles }: EngineConfig): void {
  const same = (one: EngineConfig['profiles'][number]): boolean =>
    profiles.some(({ name, manifest }) => name === one.name && manifest === one.manifest);
  const fresh = new Set(reloaded.profiles.filter((profile) => !same(profile)).map(({ name }) => name));
  const used = [
    ...reloaded.instances.map(({ similarityProfile }) => similarityProfile),
    ...Object.values(reloaded.similarityProfiles),
  ];
  const missing = used.find((name) => name !== undefined && fresh.has(name));
  if (missing === undefined) return;
  throw new ConfigError('the configuration', [
    `profiles.${missing}: a model is loaded when the engine starts; restart it, or let no instance use this profile yet`,
  ]);
}
