import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { ecsRamRoleCredentials } from './ecs-ram-role-credentials.ts';
import { environmentCredentials } from './environment-credentials.ts';
import { oidcCredentials } from './oidc-credentials.ts';
import { profileCredentials } from './profile-credentials.ts';

/**
 * Looks in the usual places, in the order the cloud's own tools do: environment, OIDC token, credentials file, role of the machine.
 * The first that has credentials is used; if none has, the error says why for each.
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
