import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { isLoopback, parseServerAddress } from '@semblance/wire/server-address';
import { adminPage } from './admin-page.ts';
import type { AdminStatus } from './admin-page.ts';
import type { Metrics } from './metrics.ts';

/** Sources of the admin port's answers. */
export interface AdminSources {
  /** Whether the engine accepts requests now, or why not. */
  readonly readiness: () => { readonly ready: boolean; readonly reason: string };
  readonly metrics: Metrics;
  readonly status: () => AdminStatus;
  /** Whether it listens on this machine only; callers then have to name it so. */
  readonly isLocal: boolean;
}

/** The page may load and run nothing, and no other page may frame it. */
const pageHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Serves liveness, readiness, metrics and a status page on a separate port. */
export function createAdminServer({ readiness, metrics, status, isLocal }: AdminSources): Server {
  return createServer((request, response) => {
    if (isLocal && !namesThisMachine(request.headers.host)) {
      reply(response, 403, 'this port is for this machine: address it as localhost or 127.0.0.1');
      return;
    }
    switch (request.url) {
      case '/livez':
        reply(response, 200, 'ok');
        break;
      case '/readyz': {
        const { ready, reason } = readiness();
        reply(response, ready ? 200 : 503, reason);
        break;
      }
      case '/metrics':
        void replyMetrics(response, metrics);
        break;
      case '/status':
        response.writeHead(200, { 'content-type': 'application/json;charset=utf-8', ...pageHeaders });
        response.end(JSON.stringify(status(), undefined, 2));
        break;
      case '/':
        response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', ...pageHeaders });
        response.end(adminPage(status()));
        break;
      default:
        reply(response, 404, 'try /, /livez, /readyz, /metrics or /status');
    }
  });
}

/** A page elsewhere may have a name of its own that leads here, to read the answers; it cannot choose another `Host`. */
function namesThisMachine(host = ''): boolean {
  const address = parseServerAddress(host);
  return address !== undefined && isLoopback(address.hostname);
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}

async function replyMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
}
