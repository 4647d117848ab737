import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { askService, issuedCredentials } from './issued-credentials.ts';

/** Which role of the machine to take. */
export interface EcsRamRoleCredentialsOptions {
  /** Default: `ALIBABA_CLOUD_ECS_METADATA`, else the role attached to the machine. */
  readonly roleName?: string | undefined;
  /** Address of the metadata service; default the one of every ECS machine. */
  readonly metadataEndpoint?: string | undefined;
}

const SERVICE = 'The metadata service of this machine';
const METADATA_ENDPOINT = 'http://100.100.100.200';
const ROLES_PATH = '/latest/meta-data/ram/security-credentials/';
const TOKEN_LIFETIME_SECONDS = 21_600;
/** The service is on the machine's own link: no answer within a second means there is none. */
const TIMEOUT_MS = 1000;

/**
 * Takes the temporary key of the RAM role that is attached to the ECS machine this runs on. Only the protected form of the metadata
 * service is used: each question carries a token that was fetched before.
 */
export function ecsRamRoleCredentials({
  roleName,
  metadataEndpoint = METADATA_ENDPOINT,
}: EcsRamRoleCredentialsOptions = {}): CredentialProvider {
  return async (signal) => {
    if (process.env['ALIBABA_CLOUD_ECS_METADATA_DISABLED']?.toLowerCase() === 'true') {
      throw new CredentialsError('ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids asking the metadata service.');
    }
    const ask = (path: string, init: RequestInit): Promise<string> =>
      askService(SERVICE, metadataEndpoint + path, {
        ...init,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    const lifetime = { 'x-aliyun-ecs-metadata-token-ttl-seconds': String(TOKEN_LIFETIME_SECONDS) };
    const token = await ask('/latest/api/token', { method: 'PUT', headers: lifetime });
    const headers = { 'x-aliyun-ecs-metadata-token': token.trim() };
    const role = roleName ?? process.env['ALIBABA_CLOUD_ECS_METADATA'] ?? (await ask(ROLES_PATH, { headers })).trim();
    return issuedCredentials(SERVICE, await ask(ROLES_PATH + encodeURIComponent(role), { headers }));
  };
}
