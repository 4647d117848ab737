import { readFile } from 'node:fs/promises';
import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { askService, issuedCredentials } from './issued-credentials.ts';

/** Options of `oidcCredentials`. All default to the environment, which is set in a pod with a service account. */
export interface OidcCredentialsOptions {
  /** Default `ALIBABA_CLOUD_ROLE_ARN`. */
  readonly roleArn?: string | undefined;
  /** Default `ALIBABA_CLOUD_OIDC_PROVIDER_ARN`. */
  readonly oidcProviderArn?: string | undefined;
  /** File with the token; read each time, as it is replaced regularly. Default `ALIBABA_CLOUD_OIDC_TOKEN_FILE`. */
  readonly oidcTokenFile?: string | undefined;
  /** Default `ALIBABA_CLOUD_ROLE_SESSION_NAME`, else `semblance-client`. */
  readonly roleSessionName?: string | undefined;
  /** Lifetime of the credentials in seconds: 900 up to the role's limit; default 3600. */
  readonly durationSeconds?: number | undefined;
  /** Address of the token service; default `https://sts.aliyuncs.com`. */
  readonly stsEndpoint?: string | undefined;
}

const service = 'The security token service';

/** Exchanges a token of an OpenID Connect issuer for a temporary key (`AssumeRoleWithOIDC`). */
export function oidcCredentials(options: OidcCredentialsOptions = {}): CredentialProvider {
  return async (signal) => {
    const { durationSeconds = 3600, stsEndpoint = 'https://sts.aliyuncs.com' } = options;
    const tokenFile = needed(options.oidcTokenFile, 'ALIBABA_CLOUD_OIDC_TOKEN_FILE');
    const body = new URLSearchParams({
      Action: 'AssumeRoleWithOIDC',
      Version: '2015-04-01',
      Format: 'JSON',
      Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
      RoleArn: needed(options.roleArn, 'ALIBABA_CLOUD_ROLE_ARN'),
      OIDCProviderArn: needed(options.oidcProviderArn, 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN'),
      OIDCToken: await readToken(tokenFile, signal),
      RoleSessionName: options.roleSessionName ?? process.env['ALIBABA_CLOUD_ROLE_SESSION_NAME'] ?? 'semblance-client',
      DurationSeconds: String(durationSeconds),
    });
    return issuedCredentials(service, await askService(service, `${stsEndpoint}/`, { method: 'POST', body, signal }));
  };
}

function needed(given: string | undefined, variable: string): string {
  const value = given ?? process.env[variable] ?? '';
  if (value === '') throw new CredentialsError(`The environment lacks ${variable}.`);
  return value;
}

async function readToken(path: string, signal: AbortSignal): Promise<string> {
  try {
    return (await readFile(path, { encoding: 'utf8', signal })).trim();
  } catch (cause) {
    throw new CredentialsError(`The file with the OIDC token, ${path}, cannot be read.`, cause);
  }
}
