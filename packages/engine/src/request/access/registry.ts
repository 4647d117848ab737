import { createHash } from 'node:crypto';
import { builtInProfile } from '../../config/built-in-profile.ts';
import type { EngineConfig } from '../../config/generated/engine-config.ts';
import { createFindKey } from './find-key.ts';
import type { FindKey } from './find-key.ts';

/** A configured instance with its effective similarity profile. */
export type Instance = EngineConfig['instances'][number] & { readonly similarityProfile: string };

/** Access data that a reload replaces as a whole; a request keeps the one it started with. */
export interface Registry {
  readonly findKey: FindKey;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly policies: EngineConfig['policies'];
  /** Region for policies; `undefined` without one. */
  readonly region: string | undefined;
  readonly faults: EngineConfig['faultProfile']['rules'];
  readonly documentationUrl: string | undefined;
  /** Seals diagnoses. */
  readonly diagnosticSecret: string;
  /** Most uploads an account may keep. */
  readonly objectQuota: (account: string) => number;
}

/** Builds the registry of a checked configuration. */
export function createRegistry(config: EngineConfig): Registry {
  return {
    findKey: createFindKey(config),
    instances: new Map(config.instances.map((instance) => [instance.name, withProfile(instance, config)])),
    policies: config.policies,
    region: config.region,
    faults: config.faultProfile.rules,
    documentationUrl: config.documentationUrl,
    diagnosticSecret: diagnosticSecret(config),
    objectQuota: (account) =>
      config.instances.reduce((sum, instance) => sum + (instance.owner === account ? instance.objectQuota : 0), 0),
  };
}

/** The instance with its similarity profile: its own, otherwise that of its service type, otherwise the built-in one. */
function withProfile(instance: EngineConfig['instances'][number], { similarityProfiles }: EngineConfig): Instance {
  const ofType: Readonly<Record<string, string | undefined>> = similarityProfiles;
  const similarityProfile = instance.similarityProfile ?? ofType[instance.serviceType] ?? builtInProfile;
  return { ...instance, similarityProfile };
}

/**
 * The secret that seals diagnoses: the configured one, otherwise one derived from the first access key, so that `semblance decode-message`
 * can open them with the same configuration.
 */
export function diagnosticSecret(config: EngineConfig): string {
  const { diagnostics, accessKeys } = config;
  return (
    diagnostics.secret ??
    createHash('sha256')
      .update(`diagnosis:${accessKeys[0]?.accessKeySecret ?? ''}`)
      .digest('hex')
  );
}
