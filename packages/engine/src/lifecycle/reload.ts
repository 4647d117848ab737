import { configChanges, takeOnLimits } from '../config/config-changes.ts';
import type { ConfigChanges } from '../config/config-changes.ts';
import type { EffectiveConfig } from './key-mode.ts';
import { ConfigError } from '../config/load-config.ts';
import type { EngineConfig } from '../config/load-config.ts';
import { certificateOf, poolLimits } from './engine-parts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Listener } from './server.ts';

/** What a configuration is taken on by. */
export interface RunningEngine {
  /** The configuration in force; its bounds are changed in place, where the parts read them. */
  readonly config: EngineConfig;
  readonly parts: EngineParts;
  readonly listener: Listener;
}

/** What a reload did. */
export interface ReloadReport extends ConfigChanges {
  /** True when the files of the certificate held another one. */
  readonly certificateRenewed: boolean;
}

/** Where a new configuration comes from, and who else is notified. */
export interface ReloadSource {
  /** @failure ConfigError */
  readonly read: () => Promise<EffectiveConfig>;
  readonly onTakenOn: (reloaded: EffectiveConfig, report: ReloadReport) => Promise<void>;
}

/** Reads the configuration again whenever it is called, one call after the other; throws and leaves everything as it was when that fails. */
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
 * Takes a checked configuration on, as far as a running engine can. All that may fail comes first: either everything that can change does, or nothing.
 * @failure ConfigError for a profile that is not loaded; StartError for a certificate that cannot be used.
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

/** The address in force, with the new certificate's files. */
function listenWith({ listen }: EngineConfig, reloaded: EngineConfig): EngineConfig['listen'] {
  const { certificateFile: _certificate, privateKeyFile: _key, ...address } = listen;
  const { certificateFile, privateKeyFile } = reloaded.listen;
  return certificateFile === undefined || privateKeyFile === undefined
    ? address
    : { ...address, certificateFile, privateKeyFile };
}

/** Workers load models at their start. */
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
