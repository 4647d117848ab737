import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';

/** What the admin port tells. */
export interface AdminSources {
  /** Whether the engine takes requests now; the reason otherwise. */
  readonly readiness: () => { readonly ready: boolean; readonly reason: string };
  readonly metrics: Metrics;
}

/** Liveness, readiness and metrics, on a port of their own. */
export function createAdminServer({ readiness, metrics }: AdminSources): Server {
  return createServer((request, response) => {
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
      default:
        reply(response, 404, 'try /livez, /readyz or /metrics');
    }
  });
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}

async function replyMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
}
