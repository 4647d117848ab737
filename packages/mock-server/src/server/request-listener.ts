import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { formBodyMaxBytes, transferTimeoutMs } from '@semblance/spec/limits';
import { preflightHeaders } from '../answer/preflight.ts';
import type { RawRequest } from '../call/raw-request.ts';
import type { Mock } from '../mock/mock.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { AdminApi } from './admin/admin-api.ts';
import { adminPrefix } from './admin/admin-prefix.ts';
import { hostComplaint } from '@semblance/wire/host-header';
import { linger } from '@semblance/wire/linger';
import { receiveBody } from './receive-body.ts';
import type { BodyReading } from './receive-body.ts';
import type { MockReply } from '../answer/mock-reply.ts';
import { sendReply } from './send-reply.ts';

/** Largest body, from the contract: the largest pictures in the longest encoding, plus a margin so that larger pictures get their own code. */
export const maxBodyBytes: number = formBodyMaxBytes;

/** Answers requests of a node server with the mock. */
export function createRequestListener(
  mock: Mock,
  admin: () => Promise<AdminApi>,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    response.on('error', () => response.destroy());
    answer(request, response, { mock, admin }).catch((error: unknown) => {
      // A bug in the mock or in a scoring function, which the test should show.
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('The mock server failed; see its output.\n');
    });
  };
}

interface Serving {
  readonly mock: Mock;
  readonly admin: () => Promise<AdminApi>;
}

async function answer(request: IncomingMessage, response: ServerResponse, { mock, admin }: Serving): Promise<void> {
  if (hostComplaint(request) !== undefined) {
    const raw = { ...toRawRequest(request, new Uint8Array()), incomplete: true };
    await sendEarly(request, response, await mock.handle(raw, fail('InvalidParameter')));
    return;
  }
  // Pages of any origin may call the service, but not the admin API.
  if (request.method === 'OPTIONS' && !isAdmin(request)) {
    response.writeHead(204, preflightHeaders).end();
    return;
  }
  const reading = await receiveBody(request, { maxBytes: maxBodyBytes, timeoutMs: transferTimeoutMs });
  if (!reading.ok && reading.reason === 'aborted') return;
  const raw = { ...toRawRequest(request, reading.ok ? reading.body : reading.partial), incomplete: !reading.ok };
  if (isAdmin(request)) {
    await (await admin()).answer(raw, response);
    return;
  }
  const failure = transferFailure(reading);
  const reply = await mock.handle(raw, failure);
  if (failure === undefined) await sendReply(response, reply);
  else await sendEarly(request, response, reply);
}

function isAdmin({ url }: IncomingMessage): boolean {
  return url?.startsWith(adminPrefix) === true;
}

/** Answers before the body has arrived, then reads the rest (see `linger`) and closes the connection. */
async function sendEarly(request: IncomingMessage, response: ServerResponse, reply: MockReply): Promise<void> {
  response.writeHead(reply.status, {
    ...reply.headers,
    connection: 'close',
    'content-length': Buffer.byteLength(reply.body),
  });
  response.write(reply.body);
  if (!request.readableEnded && !request.destroyed) {
    await new Promise<void>((resolve) => {
      linger(request, resolve);
    });
  }
  response.end();
}

function transferFailure(reading: BodyReading): FailureOutcome | undefined {
  if (reading.ok) return undefined;
  return reading.reason === 'too-large' ? fail('InvalidPicContent') : fail('TimeoutForTransferImage');
}

function toRawRequest(request: IncomingMessage, body: Uint8Array): RawRequest {
  const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
  const headers = pairsOf(request.rawHeaders);
  return { method: request.method ?? 'GET', url: addressOf(request, scheme), headers, body };
}

function addressOf(request: IncomingMessage, scheme: string): string {
  // Callers with a proxy send the whole address.
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '');
  const address = `${scheme}://${request.headers.host ?? 'localhost'}${target.startsWith('/') ? target : `/${target}`}`;
  return URL.canParse(address) ? address : `${scheme}://localhost/${encodeURIComponent(target)}`;
}

function pairsOf(rawHeaders: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  return pairs;
}
