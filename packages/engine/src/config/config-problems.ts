import { builtInProfile } from './built-in-profile.ts';
import type { EngineConfig } from './generated/engine-config.ts';
import { leastSecretLength } from './schema-store.ts';

/** Environment variables, like `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface SecretSource {
  readonly place: string;
  readonly secret: string | undefined;
  readonly environmentName: string | undefined;
}

/** Checks what the schema cannot express: secrets given once, unique names, valid references. */
export function configProblems(config: EngineConfig, environment: Environment): string[] {
  return [
    ...secretSources(config).flatMap((source) => secretProblems(source, environment)),
    ...duplicates(config.accessKeys.map(({ accessKeyId }) => accessKeyId)).map(
      (id) => `accessKeys: ${id} occurs twice`,
    ),
    ...duplicates(config.instances.map(({ name }) => name)).map((name) => `instances: ${name} occurs twice`),
    ...duplicates(config.stsIssuers.map(({ name }) => name)).map((name) => `stsIssuers: ${name} occurs twice`),
    ...profileProblems(config),
    ...certificateProblems(config),
    ...pathProblems(config),
    ...cacheProblems(config, environment),
    ...storeProblems(config, environment),
    ...reservedKeys(config),
    ...config.accessKeys
      .filter((key) => (key.securityToken === undefined) !== (key.expiresAt === undefined))
      .map((key) => `accessKeys.${key.accessKeyId}: securityToken and expiresAt belong together`),
  ];
}

function secretSources(config: EngineConfig): SecretSource[] {
  return [
    ...config.accessKeys.map((key) => ({
      place: `accessKeys.${key.accessKeyId}`,
      secret: key.accessKeySecret,
      environmentName: key.accessKeySecretEnv,
    })),
    ...config.stsIssuers.map((issuer) => ({
      place: `stsIssuers.${issuer.name}`,
      secret: issuer.secret,
      environmentName: issuer.secretEnv,
    })),
  ];
}

function secretProblems({ place, secret, environmentName }: SecretSource, environment: Environment): string[] {
  if ((secret === undefined) === (environmentName === undefined))
    return [`${place}: give the secret itself or the environment variable that holds it, one of the two`];

  if (environmentName !== undefined && (environment[environmentName] ?? '') === '')
    return [`${place}: the environment variable ${namedVariable(environmentName)} is not set`];

  return [];
}

/** A variable's name for messages, hidden if it may be a secret that was written in its place. */
function namedVariable(name: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : 'that it names (not repeated here: it does not look like a name)';
}

/** Checks settings that are paths of files or directories. */
function pathProblems({ listen, stateDirectory, uploads, featureCache, logging, profiles }: EngineConfig): string[] {
  const paths: Readonly<Record<string, string | undefined>> = {
    'listen.certificateFile': listen.certificateFile,
    'listen.privateKeyFile': listen.privateKeyFile,
    stateDirectory,
    'uploads.directory': uploads.directory,
    'featureCache.directory': featureCache.directory,
    'logging.auditFile': logging.auditFile,
    ...Object.fromEntries(profiles.map(({ name, manifest }) => [`profiles.${name}.manifest`, manifest])),
  };
  return Object.entries(paths)
    .filter(([, text]) => text !== undefined && /[\n\r\0]|-----BEGIN/.test(text))
    .map(([place]) => `${place}: give the name of a file, not its content`);
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function profileProblems({ profiles, instances, similarityProfiles }: EngineConfig): string[] {
  const names = [builtInProfile, ...profiles.map(({ name }) => name)];
  const references = [
    ...instances.map(({ name, similarityProfile }) => [`instances.${name}`, similarityProfile] as const),
    ...Object.entries(similarityProfiles).map(([type, name]) => [`similarityProfiles.${type}`, name] as const),
  ];
  return [
    ...duplicates(names).map((name) => `profiles: ${name} occurs twice`),
    ...references.flatMap(([place, name]) =>
      name === undefined || names.includes(name)
        ? []
        : [`${place}: there is no profile ${name}; there are ${names.join(', ')}`],
    ),
  ];
}

function certificateProblems({ listen }: EngineConfig): string[] {
  if ((listen.certificateFile === undefined) === (listen.privateKeyFile === undefined)) return [];
  return ['listen: certificateFile and privateKeyFile belong together'];
}

function cacheProblems({ featureCache }: EngineConfig, environment: Environment): string[] {
  const { mode, directory, shared } = featureCache;
  const address = { place: 'featureCache.shared', secret: shared.url, environmentName: shared.urlEnv };
  const isShared = shared.url !== undefined || shared.urlEnv !== undefined;
  return [
    ...(mode === 'off' || directory !== undefined ? [] : ['featureCache: name a directory']),
    ...(isShared ? [...secretProblems(address, environment), ...sealProblems(shared, environment)] : []),
  ];
}

/** Without a secret whoever may write to the store would decide scores. */
function sealProblems(
  { secret, secretEnv }: EngineConfig['featureCache']['shared'],
  environment: Environment,
): string[] {
  const place = 'featureCache.shared.secret';
  const problems = secretProblems({ place, secret, environmentName: secretEnv }, environment);
  if (problems.length > 0) return problems;
  const { length } = secret ?? environment[secretEnv ?? ''] ?? '';
  if (length >= leastSecretLength) return [];
  return [`${place}: it has ${length} characters; give at least ${leastSecretLength} (openssl rand -base64 32)`];
}

/** Whether engines share a store. */
export function hasStore({ store }: EngineConfig): boolean {
  return store.url !== undefined || store.urlEnv !== undefined;
}

function storeProblems(config: EngineConfig, environment: Environment): string[] {
  const { store, uploads } = config;
  const { endpoint, bucket } = uploads.objectStorage;
  const needy = endpoint === undefined ? [] : ['uploads.objectStorage'];
  const address = { place: 'store', secret: store.url, environmentName: store.urlEnv };
  return [
    ...(hasStore(config)
      ? secretProblems(address, environment)
      : needy.map((place) => `${place}: it needs a store; name one with store.urlEnv`)),
    ...(endpoint === undefined
      ? []
      : objectStorageSecrets(config).flatMap((source) => secretProblems(source, environment))),
    ...(endpoint !== undefined && bucket === undefined ? ['uploads.objectStorage: name a bucket'] : []),
  ];
}

function objectStorageSecrets({ uploads: { objectStorage } }: EngineConfig): SecretSource[] {
  const { accessKeyId, accessKeyIdEnv, secretAccessKey, secretAccessKeyEnv } = objectStorage;
  const place = 'uploads.objectStorage';
  return [
    { place: `${place}.accessKeyId`, secret: accessKeyId, environmentName: accessKeyIdEnv },
    { place: `${place}.secretAccessKey`, secret: secretAccessKey, environmentName: secretAccessKeyEnv },
  ];
}

function reservedKeys({ accessKeys }: EngineConfig): string[] {
  return accessKeys
    .filter(({ accessKeyId, securityToken }) => accessKeyId.startsWith('STS.') && securityToken === undefined)
    .map(({ accessKeyId }) => `accessKeys.${accessKeyId}: names that start with "STS." are kept for temporary keys`);
}
