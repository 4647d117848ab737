import type { FindKey } from './find-key.ts';
import type { RpcRequest } from '../read/rpc-request.ts';
import { headerOf } from '../read/http-request.ts';

/** Characters shown of an unknown AccessKeyId, which may be a secret sent by mistake. */
const shownCharacters = 4;

/** The AccessKeyId of a request, for the log; in full only if it is known. */
export function claimedKey({ http, parameters }: RpcRequest, findKey: FindKey): string | undefined {
  const authorization = headerOf(http, 'authorization') ?? '';
  const claimed =
    /Credential=(?<id>[^,\s]{1,256})/.exec(authorization)?.groups?.['id'] ?? parameters.text('AccessKeyId');
  if (claimed === undefined || claimed === '') return undefined;
  if (findKey(claimed, undefined) !== undefined) return claimed;
  return `${claimed.slice(0, shownCharacters).replaceAll(/[^\w.-]/g, '?')}… (${claimed.length} characters, unknown)`;
}
