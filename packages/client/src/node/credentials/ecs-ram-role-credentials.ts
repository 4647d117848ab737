import type { CredentialProvider } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { askService, issuedCredentials } from './issued-credentials.ts';

/** Options of `ecsRamRoleCredentials`. */
export interface EcsRamRoleCredentialsOptions {
  /** Name of the role. Default: `ALIBABA_CLOUD_ECS_METADATA`, otherwise the role attached to the machine. */
  readonly roleName?: string | undefined;
  /** Address of the metadata service; default the address on every ECS machine. */
  readonly metadataEndpoint?: string | undefined;
}

const service = 'The metadata service of this machine';
const metadataServer = 'http://100.100.100.200';
const rolesPath = '/latest/meta-data/ram/security-credentials/';
const tokenLifetimeSeconds = 21_600;
/** Time limit of a request. The service is link-local: without an answer within a second there is none. */
const timeoutMs = 1000;

/**
 * Reads the temporary key of the RAM role attached to the ECS machine. Only the hardened mode of the metadata service is used, in which
 * each request carries a token fetched before.
 */
export function ecsRamRoleCredentials({
  roleName,
  metadataEndpoint = metadataServer,
}: EcsRamRoleCredentialsOptions = {}): CredentialProvider {
  return async (signal) => {
    if (process.env['ALIBABA_CLOUD_ECS_METADATA_DISABLED']?.toLowerCase() === 'true')
      throw new CredentialsError('ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids asking the metadata service.');

    const ask = (path: string, init: RequestInit): Promise<string> =>
      askService(service, metadataEndpoint + path, {
        ...init,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
    const lifetime = { 'x-aliyun-ecs-metadata-token-ttl-seconds': String(tokenLifetimeSeconds) };
    const token = await ask('/latest/api/token', { method: 'PUT', headers: lifetime });
    const headers = { 'x-aliyun-ecs-metadata-token': token.trim() };
    const role = roleName ?? process.env['ALIBABA_CLOUD_ECS_METADATA'] ?? (await ask(rolesPath, { headers })).trim();
    return issuedCredentials(service, await ask(rolesPath + encodeURIComponent(role), { headers }));
  };
}
