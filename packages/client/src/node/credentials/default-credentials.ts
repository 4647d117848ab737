import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { ecsRamRoleCredentials } from './ecs-ram-role-credentials.ts';
import { environmentCredentials } from './environment-credentials.ts';
import { oidcCredentials } from './oidc-credentials.ts';
import { profileCredentials } from './profile-credentials.ts';

/**
 * Searches the usual places in the order of the cloud's own tools: environment, OIDC token, credentials file, role of the machine. The
 * first one with credentials is used; if there is none, the error gives the reason for each place.
 */
export function defaultCredentials(
  places: readonly CredentialProvider[] = [
    environmentCredentials(),
    oidcCredentials(),
    profileCredentials(),
    ecsRamRoleCredentials(),
  ],
): CredentialProvider {
  return async (signal) => {
    const reasons: string[] = [];
    for (const place of places) {
      try {
        return await place(signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof CredentialsError)) throw error;
        reasons.push(error.message);
      }
    }
    throw new CredentialsError(`No credentials were found. ${reasons.join(' ')}`);
  };
}
