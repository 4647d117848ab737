import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';

/** Options of `environmentCredentials`. */
export interface EnvironmentCredentialsOptions {
  /** Prefix of the names; default `ALIBABA_CLOUD`, like the cloud's own tools. */
  readonly prefix?: string | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Reads `ALIBABA_CLOUD_ACCESS_KEY_ID`, `…_ACCESS_KEY_SECRET` and, for temporary keys, `…_SECURITY_TOKEN` from the environment. */
export function environmentCredentials({
  prefix = 'ALIBABA_CLOUD',
  environment = process.env,
}: EnvironmentCredentialsOptions = {}): CredentialProvider {
  return () => {
    const accessKeyId = environment[`${prefix}_ACCESS_KEY_ID`] ?? '';
    const accessKeySecret = environment[`${prefix}_ACCESS_KEY_SECRET`] ?? '';
    if (accessKeyId === '' || accessKeySecret === '')
      throw new CredentialsError(`The environment lacks ${prefix}_ACCESS_KEY_ID or ${prefix}_ACCESS_KEY_SECRET.`);

    const securityToken = environment[`${prefix}_SECURITY_TOKEN`] ?? '';
    return securityToken === '' ? { accessKeyId, accessKeySecret } : { accessKeyId, accessKeySecret, securityToken };
  };
}
