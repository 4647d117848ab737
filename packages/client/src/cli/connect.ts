import type { Client, CredentialProvider } from '@semblance/client';
import { createClient, defaultCredentials, environmentCredentials, profileCredentials } from '@semblance/client/node';
import type { ConnectionOptions } from './command-options.ts';

/** Makes a client from the options. */
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
 * Requests to a server on this machine are unsigned unless the environment or an option names a key, because asking the metadata service
 * would only cost time. The engine reads its own key from the same `SEMBLANCE_…` names.
 */
function credentialsFor({ endpoint, profile, unsigned }: ConnectionOptions): CredentialProvider | undefined {
  if (unsigned === true) return undefined;
  if (profile !== undefined) return profileCredentials({ profile });
  if (process.env['SEMBLANCE_ACCESS_KEY_ID'] !== undefined) return environmentCredentials({ prefix: 'SEMBLANCE' });
  if (process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] !== undefined) return environmentCredentials();
  return /^(?:https?:\/\/)?(?:127\.|localhost\b|\[::1\])/i.test(endpoint) ? undefined : defaultCredentials();
}
