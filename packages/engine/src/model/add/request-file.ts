import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Result } from '../../result.ts';
import type { Environment } from './hub-address.ts';

/** Options of a request. */
export interface RequestOptions {
  readonly environment: Environment;
  /** Time without a byte after which a connection counts as broken. */
  readonly idleMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Number of existing bytes; the rest is requested. */
  readonly from: number;
  /** Version of those bytes; another version is sent from its start. */
  readonly version?: string | undefined;
}

/** Why a file did not begin to arrive. `transient`: a retry may help. */
export interface RequestFailure {
  readonly transient: boolean;
  readonly message: string;
}

/** A file that begins to arrive. */
export interface Arrival {
  readonly response: IncomingMessage;
  /** Facts stated by the hub: checksum, size, version. */
  readonly claims: HubClaims;
}

/** Facts of a file from headers. */
export interface HubClaims {
  /** From the hub, before it redirects to the file. */
  readonly sha256?: string;
  /** From the server of the file: identifies these bytes, for `If-Range`. */
  readonly version?: string;
}

const mostRedirects = 6;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const userAgent = 'semblance-model-add';

/** Agent for http and https that uses the environment's proxies and respects `NO_PROXY`. */
function agentFor(url: URL, environment: Environment): HttpAgent {
  const options = { proxyEnv: environment as NodeJS.ProcessEnv };
  return url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
}

function ask(url: URL, origin: string, options: RequestOptions): Promise<IncomingMessage> {
  const { environment, from, version, idleMs, signal } = options;
  // The token is sent to the hub only, which often redirects to a third party.
  const token = url.origin === origin ? environment['HF_TOKEN'] : undefined;
  const headers = {
    'user-agent': userAgent,
    'accept-encoding': 'identity',
    ...(token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` }),
    ...(from === 0 ? {} : { range: `bytes=${from}-` }),
    ...(from === 0 || version === undefined ? {} : { 'if-range': version }),
  };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      headers,
      agent: agentFor(url, environment),
      ...(signal === undefined ? {} : { signal }),
    });
    sent.setTimeout(idleMs, () => sent.destroy(new Error(`nothing arrived for ${Math.round(idleMs / 1000)} s`)));
    sent.on('response', resolve).on('error', reject).end();
  });
}

function claimsOf({ headers }: IncomingMessage): HubClaims {
  const linked = String(headers['x-linked-etag'] ?? '').replaceAll('"', '');
  const version = String(headers.etag ?? '');
  return {
    ...(/^[0-9a-f]{64}$/.test(linked) ? { sha256: linked } : {}),
    // A weak entity tag does not guarantee equal bytes.
    ...(version === '' || version.startsWith('W/') ? {} : { version }),
  };
}

const fail = (transient: boolean, message: string): Result<never, RequestFailure> => ({
  ok: false,
  failure: { transient, message },
});

function nextUrl(url: URL, location: string | undefined): Result<URL, RequestFailure> {
  const next = URL.parse(location ?? '', url);
  if (next === null) return fail(false, `${url.host} redirects to nowhere`);
  if (next.protocol !== 'https:' && next.protocol !== url.protocol)
    return fail(false, `${url.host} redirects to an address without TLS (${next.origin}); this is refused`);
  return { ok: true, value: next };
}

function refusal(url: URL, status: number): RequestFailure {
  const advice: Readonly<Record<number, string>> = {
    401: 'it needs a login: accept the licence on the model page, then set HF_TOKEN',
    403: 'access is denied: accept the licence on the model page, then set HF_TOKEN; or the proxy refuses',
    404: 'there is no such file: check name, revision and HF_ENDPOINT',
    407: 'the proxy wants a password: put it into HTTPS_PROXY as http://user:password@host:port',
  };
  const transient = status === 408 || status === 429 || status >= 500;
  return {
    transient,
    message: `${url.host} answers ${status}: ${advice[status] ?? (transient ? 'try again later' : 'refused')}`,
  };
}

/** Asks for a file, following redirects. The response is 200 or 206. */
export async function requestFile(address: string, options: RequestOptions): Promise<Result<Arrival, RequestFailure>> {
  let url = new URL(address);
  const { origin } = url;
  let claims: HubClaims = {};
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    let response: IncomingMessage;
    try {
      response = await ask(url, origin, options);
    } catch (error) {
      const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
      return fail(
        options.signal?.aborted !== true,
        `${url.host} cannot be reached (${reason}); set HF_ENDPOINT to a mirror or HTTPS_PROXY to a proxy, or take a file in with --from`,
      );
    }
    const said = claimsOf(response);
    const { sha256 = said.sha256 } = claims;
    claims = { ...said, ...(sha256 === undefined ? {} : { sha256 }) };
    const status = response.statusCode ?? 0;
    if (status === 200 || status === 206) return { ok: true, value: { response, claims } };
    response.destroy();
    if (!redirects.has(status)) return { ok: false, failure: refusal(url, status) };
    const next = nextUrl(url, response.headers.location);
    if (!next.ok) return next;
    url = next.value;
  }
  return fail(false, `${url.host} redirects more than ${mostRedirects} times`);
}
