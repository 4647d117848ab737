import type { CredentialProvider } from '../credentials/credentials.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { parseEndpoint } from '../runtime/endpoint.ts';
import { environmentCredentials } from './credentials/environment-credentials.ts';

/** Options that may come from the environment. */
export interface EnvironmentOptions {
  readonly endpoint: string | URL;
  readonly instanceName: string;
  readonly credentials: CredentialProvider | undefined;
}

/**
 * Reads missing options from `SEMBLANCE_ENDPOINT`, `SEMBLANCE_INSTANCE`, and `SEMBLANCE_ACCESS_KEY_ID` with `…_SECRET`; for remote servers
 * also from the cloud's own `ALIBABA_CLOUD_…` names.
 * @throws ConfigurationError that names option and variable.
 */
export function environmentOptions(given: {
  readonly endpoint?: string | URL | undefined;
  readonly instanceName?: string | undefined;
  readonly hasCredentials: boolean;
}): EnvironmentOptions {
  const endpoint = given.endpoint ?? needed('endpoint', 'SEMBLANCE_ENDPOINT');
  const instanceName = given.instanceName ?? needed('instanceName', 'SEMBLANCE_INSTANCE');
  return { endpoint, instanceName, credentials: given.hasCredentials ? undefined : keyFor(endpoint) };
}

function needed(option: string, variable: string): string {
  const value = process.env[variable] ?? '';
  if (value !== '') return value;
  throw new ConfigurationError(`The option "${option}" is missing, and so is the environment variable ${variable}.`);
}

function keyFor(endpoint: string | URL): CredentialProvider | undefined {
  const prefixes = parseEndpoint(endpoint).isLoopback ? ['SEMBLANCE'] : ['SEMBLANCE', 'ALIBABA_CLOUD'];
  const prefix = prefixes.find((name) => hasKey(name));
  return prefix === undefined ? undefined : environmentCredentials({ prefix });
}

function hasKey(prefix: string): boolean {
  const names = [`${prefix}_ACCESS_KEY_ID`, `${prefix}_ACCESS_KEY_SECRET`];
  const missing = names.filter((name) => (process.env[name] ?? '') === '');
  if (missing.length !== 1) return missing.length === 0;
  throw new ConfigurationError(
    `The environment has half a key: ${missing[0]} is missing. Set it, or give the option "credentials".`,
  );
}
