import type { FindKey } from './find-key.ts';
import type { RpcRequest } from '../read/rpc-request.ts';
import { headerOf } from '../read/http-request.ts';

/** How much of an unknown AccessKeyId is shown: somebody may have sent the secret in its place. */
const shownCharacters = 4;

/** The AccessKeyId that a request names, for the log: in full only where this engine knows it. */
export function claimedKey({ http, parameters }: RpcRequest, findKey: FindKey): string | undefined {
  const authorization = headerOf(http, 'authorization') ?? '';
  const claimed =
    /Credential=(?<id>[^,\s]{1,256})/.exec(authorization)?.groups?.['id'] ?? parameters.text('AccessKeyId');
  if (claimed === undefined || claimed === '') return undefined;
  if (findKey(claimed, undefined) !== undefined) return claimed;
  return `${claimed.slice(0, shownCharacters).replaceAll(/[^\w.-]/g, '?')}… (${claimed.length} characters, unknown)`;
}
