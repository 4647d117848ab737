import type { ServerResponse } from 'node:http';
import { headerOf } from '../../call/raw-request.ts';
import type { RawRequest } from '../../call/raw-request.ts';
import type { Mock } from '../../mock/mock.ts';
import type { SignatureMode } from '../../checks/check-signature.ts';
import { statusPage } from '../page/status-page.ts';
import { adminPrefix } from './admin-prefix.ts';
import { adminRoutes } from './admin-routes.ts';
import type { AdminReply } from './admin-routes.ts';

/** Answers admin requests. */
export interface AdminApi {
  readonly answer: (request: RawRequest, response: ServerResponse) => Promise<void>;
}

/** Options of the admin API. */
export interface AdminOptions {
  /** The address the server is bound to. */
  readonly host: string;
  readonly signature: SignatureMode;
}

/**
 * The admin API. A page of another origin can neither read it (no CORS headers) nor change anything: changes require the content type JSON,
 * which such a page cannot send without a preflight request, and on a loopback address the `Host` has to be a loopback name too.
 */
export function createAdminApi(mock: Mock, options: AdminOptions): AdminApi {
  return {
    answer: async (request, response) => {
      const reply = await adminReply(request, mock, options);
      const body = typeof reply.body === 'string' ? reply.body : `${JSON.stringify(reply.body, null, 2)}\n`;
      response.writeHead(reply.status, { ...securityHeaders, 'content-type': reply.contentType }).end(body);
    },
  };
}

const securityHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:",
} as const;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

async function adminReply(request: RawRequest, mock: Mock, { host, signature }: AdminOptions): Promise<AdminReply> {
  const isLoopback = loopback.test(host) || host === '::1';
  if (isLoopback && !loopback.test(headerOf(request, 'host') ?? ''))
    return problem(403, 'This server is for this machine: address it as localhost or 127.0.0.1.');
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === adminPrefix) return { status: 200, contentType: 'text/html; charset=utf-8', body: statusPage };
  const [, resource = '', name] = /^\/__mock\/api\/([a-z]+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  const route = adminRoutes[`${request.method} ${resource}`];
  if (route === undefined)
    return problem(404, `There is ${Object.keys(adminRoutes).join(', ')} under ${adminPrefix}api/.`);
  const isChange = request.method !== 'GET';
  if (isChange && !/^application\/json\b/i.test(headerOf(request, 'content-type') ?? ''))
    return problem(415, 'Send changes with the header content-type: application/json.');
  const input = readJson(request.body);
  if (!input.ok) return problem(400, 'The body is not JSON.');
  try {
    const session = mock.session(searchParams.get('session') ?? '');
    const decodedName = name === undefined ? undefined : decodeURIComponent(name);
    const body = await route({ mock, session, signature, input: input.value, name: decodedName, query: searchParams });
    return { status: isUnmet(body) ? 409 : 200, contentType: 'application/json; charset=utf-8', body };
  } catch (error) {
    return problem(400, error instanceof Error ? error.message : 'The request cannot be read.');
  }
}

/** Whether an expectation was not met, for the status, which is all that scripts read. */
function isUnmet(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === false;
}

function problem(status: number, message: string): AdminReply {
  return { status, contentType: 'application/json; charset=utf-8', body: { error: message } };
}

function readJson(body: Uint8Array): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  if (body.length === 0) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(body)) };
  } catch {
    return { ok: false };
  }
}
