import type { Client, CredentialProvider } from '@semblance/client';
import { createClient, defaultCredentials, environmentCredentials, profileCredentials } from '@semblance/client/node';
import type { ConnectionOptions } from './command-options.ts';

/** Makes the client the options describe. */
export function connect(options: ConnectionOptions): Client {
  const { endpoint, instance, dialect, format, transfer, timeout, attempts, proxy, fit, check, serviceType } = options;
  const credentials = credentialsFor(options);
  return createClient({
    endpoint,
    instanceName: instance,
    credentials: credentials ?? false,
    dialect,
    format,
    transfer: { mode: transfer },
    totalTimeoutMs: timeout * 1000,
    retry: { maxAttempts: attempts },
    proxy,
    fit,
    check,
    serviceType,
  });
}

/**
 * A server on this machine is asked unsigned unless the environment or an option names a key: asking the metadata service for one
 * would only cost time. `SEMBLANCE_…` are the names the engine itself takes its key from.
 */
function credentialsFor({ endpoint, profile, unsigned }: ConnectionOptions): CredentialProvider | undefined {
  if (unsigned === true) return undefined;
  if (profile !== undefined) return profileCredentials({ profile });
  if (process.env['SEMBLANCE_ACCESS_KEY_ID'] !== undefined) return environmentCredentials({ prefix: 'SEMBLANCE' });
  if (process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] !== undefined) return environmentCredentials();
  return /^(?:https?:\/\/)?(?:127\.|localhost\b|\[::1\])/i.test(endpoint) ? undefined : defaultCredentials();
}
