import { actions, operationPath } from '@semblance/spec/protocol';
import { fromFetchRequest } from './from-fetch-request.ts';
import { receiveCall } from './receive-call.ts';
import { isServiceHost } from './service-hosts.ts';

const knownActions: ReadonlySet<string | null> = new Set(Object.keys(actions));

/** Whether the mock issued a host for uploads. */
export type ServesHost = (host: string) => boolean;

/**
 * Whether the mock answers a request: any request to the service's own hosts, uploads to issued hosts, and requests to other hosts that
 * name one of the actions.
 */
export async function claims(request: Request, servesHost: ServesHost): Promise<boolean> {
  const { hostname } = new URL(request.url);
  if (isServiceHost(hostname) || isUpload(request, servesHost)) return true;
  return namesAction(request);
}

/** Whether a request posts to a host that was issued for uploads. */
export function isUpload(request: Request, servesHost: ServesHost): boolean {
  const { pathname, host } = new URL(request.url);
  return request.method === 'POST' && pathname === operationPath && servesHost(host);
}

async function namesAction(request: Request): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== operationPath) return false;
  if (knownActions.has(request.headers.get('x-acs-action')) || knownActions.has(searchParams.get('Action')))
    return true;
  const contentType = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(contentType)) return false;
  return knownActions.has(receiveCall(await fromFetchRequest(request)).action ?? null);
}
