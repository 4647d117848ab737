import { readFile } from 'node:fs/promises';
import { systemErrorText } from '@semblance/wire/system-error';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { parse } from 'yaml';
import { configProblems } from './config-problems.ts';
import type { Environment } from './config-problems.ts';
import type { EngineConfig } from './generated/engine-config.ts';
import { configSchema } from './schema.ts';
import { unknownSetting } from './unknown-setting.ts';
import { yamlProblem } from './yaml-problem.ts';

export type { EngineConfig } from './generated/engine-config.ts';

/** The configuration cannot be used; the message lists every problem with its place and remedy. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[]) {
    super(`${source} cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Verbose for the schema beside a problem; values, which may be secrets, are not repeated. */
const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: true, verbose: true });
ajv.addKeyword('x-zh');
ajv.addFormat('date-time', (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)));
const { default: _none, ...rootSchema } = configSchema;
const validate = ajv.compile<EngineConfig>(rootSchema);

/** Reads a configuration file; throws `ConfigError` for one that is missing or wrong. */
export async function loadConfig(file: string, environment: Environment): Promise<EngineConfig> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(file, [`the file cannot be read: ${systemErrorText(cause)}`]);
  });
  return parseConfig(text, { source: file, environment });
}

/** Parses and checks configuration text, fills the defaults in, and takes secrets from the environment. */
export function parseConfig(text: string, from: { source: string; environment: Environment }): EngineConfig {
  return checkConfig(parseYaml(text, from.source), from);
}

function parseYaml(text: string, source: string): unknown {
  try {
    // Silent, because the parser's warnings and errors quote lines of the file.
    return parse(text, { logLevel: 'error' }) ?? {};
  } catch (cause) {
    throw new ConfigError(source, [yamlProblem(cause)]);
  }
}

/** Checks a configuration given as an object, which is not changed. */
export function checkConfig(input: unknown, from: { source: string; environment: Environment }): EngineConfig {
  const config = structuredClone(input);
  if (!validate(config)) throw new ConfigError(from.source, (validate.errors ?? []).map(explain));
  const problems = configProblems(config, from.environment);
  if (problems.length > 0) throw new ConfigError(from.source, problems);
  return withSecrets(config, from.environment);
}

/** What a value has to be, by the name of its type in the schema. */
const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'settings with names (name: value)',
  string: 'a text',
};

function explain({ instancePath, keyword, message, params, parentSchema }: ErrorObject): string {
  const place = instancePath === '' ? 'top level' : instancePath.slice(1).replaceAll('/', '.');
  const facts = params as Readonly<Record<string, unknown>>;
  if (keyword === 'additionalProperties') {
    const siblings = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
    return `${place}: ${unknownSetting(String(facts['additionalProperty']), siblings)}`;
  }
  if (keyword === 'enum') return `${place}: must be one of ${(facts['allowedValues'] as string[]).join(', ')}`;
  if (keyword === 'required') return `${place}: "${String(facts['missingProperty'])}" is missing`;
  if (keyword === 'type') return `${place}: must be ${typeWords[String(facts['type'])] ?? String(facts['type'])}`;
  return `${place}: ${message ?? keyword}`;
}

function withSecrets(config: EngineConfig, environment: Environment): EngineConfig {
  const fromEnvironment = (name: string | undefined): string => environment[name ?? ''] ?? '';
  for (const key of config.accessKeys) key.accessKeySecret ??= fromEnvironment(key.accessKeySecretEnv);
  for (const issuer of config.stsIssuers) issuer.secret ??= fromEnvironment(issuer.secretEnv);
  const { diagnostics, store } = config;
  const { shared } = config.featureCache;
  const { objectStorage } = config.uploads;
  if (objectStorage.accessKeyIdEnv !== undefined)
    objectStorage.accessKeyId ??= fromEnvironment(objectStorage.accessKeyIdEnv);
  if (objectStorage.secretAccessKeyEnv !== undefined)
    objectStorage.secretAccessKey ??= fromEnvironment(objectStorage.secretAccessKeyEnv);
  if (store.urlEnv !== undefined) store.url ??= fromEnvironment(store.urlEnv);
  if (shared.urlEnv !== undefined) shared.url ??= fromEnvironment(shared.urlEnv);
  if (shared.secretEnv !== undefined) shared.secret ??= fromEnvironment(shared.secretEnv);
  if (diagnostics.secretEnv !== undefined) diagnostics.secret ??= fromEnvironment(diagnostics.secretEnv);
  return config;
}
