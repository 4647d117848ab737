import {
  ConfigurationError,
  createClient,
  isAnswerError,
  isApiError,
  isNetworkError,
  isTimeOutError,
} from '@semblance/client';
import type { AttemptOutcome, ClientOptions } from '@semblance/client';
import { describe, expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { FakeServer, Responder } from './fake-server.ts';

const picture = new Uint8Array([1, 2, 3]);
const key = { accessKeyId: 'testKey', accessKeySecret: 'testSecret' };
const quick = { baseDelayMs: 1, maxDelayMs: 5 };

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  );
}

function inTurn(...names: readonly Parameters<typeof exampleReply>[0][]): Responder {
  return (_request, _response, index) => exampleReply(names[Math.min(index, names.length - 1)] ?? 'success');
}

test('an error of this package thrown by a custom fetch is rethrown, not retried', async () => {
  let calls = 0;
  const fetch = (): Promise<Response> => {
    calls += 1;
    return Promise.reject(new ConfigurationError('the proxy needs another package'));
  };
  const client = createClient({ endpoint: 'http://127.0.0.1:8080', instanceName: 'demo', retry: quick, fetch });
  await expect(client.compare(picture, picture)).rejects.toMatchObject({ code: 'ConfigurationInvalid' });
  expect(calls).toBe(1);
});

describe.each([
  ['through node:http', {}],
  ['through fetch', { fetch: globalThis.fetch }],
] as const)('%s', (_name, transport) => {
  function clientFor(server: FakeServer, options: Partial<ClientOptions> = {}): ReturnType<typeof createClient> {
    return createClient({ endpoint: server.endpoint, instanceName: 'demo', retry: quick, ...transport, ...options });
  }

  test('every attempt is signed separately', async () => {
    await using server = await fakeServer(inTurn('ServerInternalError', 'ServerInternalError', 'success'));
    const { attempts } = await clientFor(server, { credentials: key }).compare(picture, picture);
    expect(attempts).toBe(3);
    const nonces = server.requests.map(({ headers }) => headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(3);
    expect(new Set(server.requests.map(({ headers }) => headers['authorization'])).size).toBe(3);
  });

  test('codes that the contract never retries are sent once', async () => {
    await using server = await fakeServer(inTurn('UnsupportedPicPixels'));
    await failure(clientFor(server).compare(picture, picture));
    expect(server.requests).toHaveLength(1);
  });

  test('codes that the contract retries once are sent twice', async () => {
    await using server = await fakeServer(inTurn('UnknownException'));
    await failure(clientFor(server).compare(picture, picture));
    expect(server.requests).toHaveLength(2);
  });

  test('a busy server is given the time it asks for', async () => {
    await using server = await fakeServer((_request, _response, index) =>
      index > 0
        ? exampleReply('success')
        : { ...exampleReply('DeniedRequest'), headers: { 'x-acs-retry-after': '120' } },
    );
    const outcomes: AttemptOutcome[] = [];
    const hooks = { attemptEnded: (_info: unknown, outcome: AttemptOutcome) => void outcomes.push(outcome) };
    await clientFor(server, { hooks }).compare(picture, picture);
    expect(outcomes.map(({ httpStatus }) => httpStatus)).toEqual([403, 200]);
    expect(outcomes[0]?.retryInMs).toBeGreaterThanOrEqual(120);
  });

  test('a wait beyond the total time-out is not begun', async () => {
    await using server = await fakeServer(() => ({
      ...exampleReply('DeniedRequest'),
      headers: { 'retry-after': '60' },
    }));
    const startedMs = performance.now();
    const error = await failure(clientFor(server, { totalTimeoutMs: 30_000 }).compare(picture, picture));
    expect(isApiError(error) && error.code === 'DeniedRequest' && error.retryAfterMs === 60_000).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(25_000);
    expect(server.requests).toHaveLength(1);
  });

  test('InstanceStatusError is retried only with Retry-After', async () => {
    await using without = await fakeServer(inTurn('InstanceStatusError'));
    await failure(clientFor(without).compare(picture, picture));
    expect(without.requests).toHaveLength(1);
    await using having = await fakeServer((_request, _response, index) =>
      index > 0
        ? exampleReply('success')
        : { ...exampleReply('InstanceStatusError'), headers: { 'x-acs-retry-after': '1' } },
    );
    expect((await clientFor(having).compare(picture, picture)).attempts).toBe(2);
  });

  test('an HTML page with status 503 is retried, and becomes an error that names the status', async () => {
    const page = {
      status: 503,
      headers: { 'content-type': 'text/html', 'x-acs-request-id': 'REQUEST' },
      body: '<html><body>down</body></html>',
    };
    await using recovering = await fakeServer((_request, _response, index) =>
      index < 2 ? page : exampleReply('success'),
    );
    expect((await clientFor(recovering).compare(picture, picture)).attempts).toBe(3);
    await using down = await fakeServer(() => page);
    const error = await failure(clientFor(down).compare(picture, picture));
    expect(isAnswerError(error) && [error.reason, error.httpStatus, error.requestId, error.retryable]).toEqual([
      'html',
      503,
      'REQUEST',
      true,
    ]);
    expect(down.requests).toHaveLength(4);
  });

  test.each([
    ['an empty body', { status: 200, body: '' }, 'empty', 2],
    ['a cut-off body', { status: 200, body: '{"Score":0.8' }, 'not-well-formed', 2],
    ['an HTML page with status 200', { status: 200, body: '<!doctype html><html></html>' }, 'html', 1],
    ['something else in JSON', { status: 404, body: '{"error":"no route"}' }, 'not-an-envelope', 1],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }, 'redirect', 1],
    ['an empty 502', { status: 502, body: '' }, 'empty', 4],
  ] as const)('%s', async (_name, reply, ...expected) => {
    await using server = await fakeServer(() => reply);
    const error = await failure(clientFor(server).compare(picture, picture));
    expect(isAnswerError(error) && error.httpStatus).toBe(reply.status);
    expect([isAnswerError(error) && error.reason, server.requests.length]).toEqual(expected);
  });

  test('200 with Success false is an error', async () => {
    const body = JSON.stringify({ Success: false, Code: 'InvalidInstance', Msg: 'no such instance', RequestId: 'ID' });
    await using server = await fakeServer(() => ({ status: 200, body }));
    const error = await failure(clientFor(server).compare(picture, picture));
    expect(isApiError(error) && [error.code, error.httpStatus, error.requestId, error.serverMessage]).toEqual([
      'InvalidInstance',
      200,
      'ID',
      'no such instance',
    ]);
  });

  test('an unknown code is kept and treated by its status', async () => {
    const body = JSON.stringify({ Code: 'BrandNewCode', Message: 'new', RequestId: 'ID', HostId: '' });
    await using server = await fakeServer(() => ({ status: 500, body }));
    const error = await failure(clientFor(server).compare(picture, picture));
    expect(isApiError(error) && [error.code, error.wireCode, error.retryable]).toEqual([
      'Unlisted',
      'BrandNewCode',
      true,
    ]);
    expect(server.requests).toHaveLength(4);
  });

  test('messages do not contain the signed text of a refused signature', async () => {
    const Message =
      'Specified signature is not matched with our calculation. server string to sign is:POST&%2F&secretpicture';
    await using server = await fakeServer(() => ({
      status: 400,
      body: JSON.stringify({ Code: 'SignatureDoesNotMatch', Message }),
    }));
    const error = await failure(clientFor(server, { credentials: key }).compare(picture, picture));
    expect(isApiError(error) && error.code).toBe('SignatureDoesNotMatch');
    expect(JSON.stringify(error) + String(error)).not.toContain('secretpicture');
  });

  test('a refused connection is a network error with the reason in its message', async () => {
    const server = await fakeServer(() => exampleReply('success'));
    await server[Symbol.asyncDispose]();
    const error = await failure(clientFor(server, { retry: { ...quick, maxAttempts: 2 } }).compare(picture, picture));
    expect(isNetworkError(error) && error.message).toMatch(/ECONNREFUSED/);
  });

  // As workers and Bun word it.
  test.each(['Network connection lost.', 'Unable to connect. Is the computer able to access the url?'])(
    'a reason that is a sentence ends the message: %s',
    async (reason) => {
      const fetch = (): Promise<Response> => Promise.reject(new TypeError(reason));
      const options = { endpoint: 'http://127.0.0.1:1', instanceName: 'demo', fetch, retry: false } as const;
      const error = await failure(createClient(options).compare(picture, picture));
      expect((error as Error).message).toMatch(
        /^CompareSimilarByImage got no answer from 127\.0\.0\.1:1\. Check .*[a-z]: /,
      );
      expect((error as Error).message.endsWith(reason)).toBe(true);
    },
  );

  test("a wrong local clock is corrected once, by the server's Date", async () => {
    const serverDate = new Date(Date.now() + 3_600_000);
    await using server = await fakeServer((_request, _response, index) => {
      const date = { date: serverDate.toUTCString() };
      return index === 0
        ? { ...exampleReply('InvalidTimeStamp.Expired'), headers: date }
        : { ...exampleReply('success'), headers: date };
    });
    const client = clientFor(server, { credentials: key });
    expect((await client.compare(picture, picture)).attempts).toBe(2);
    expect((await client.compare(picture, picture)).attempts).toBe(1);
    const dates = server.requests.map(({ headers }) => Date.parse(String(headers['x-acs-date'])));
    expect(Math.abs((dates[0] ?? 0) - Date.now())).toBeLessThan(10_000);
    expect(Math.abs((dates[1] ?? 0) - serverDate.getTime())).toBeLessThan(10_000);
    expect(Math.abs((dates[2] ?? 0) - serverDate.getTime())).toBeLessThan(10_000);
  });

  test('a correct clock is not changed, and the refusal is final', async () => {
    await using server = await fakeServer(() => ({
      ...exampleReply('InvalidTimeStamp.Expired'),
      headers: { date: new Date().toUTCString() },
    }));
    const error = await failure(clientFor(server, { credentials: key }).compare(picture, picture));
    expect(isApiError(error) && error.code).toBe('InvalidTimeStamp.Expired');
    expect(server.requests).toHaveLength(1);
  });

  test('credentials that the server calls expired are fetched again, once', async () => {
    await using server = await fakeServer(inTurn('InvalidSecurityToken.Expired', 'success'));
    let asked = 0;
    const credentials = (): typeof key & { securityToken: string } => ({
      ...key,
      securityToken: `token${(asked += 1)}`,
    });
    expect((await clientFor(server, { credentials }).compare(picture, picture)).attempts).toBe(2);
    expect(server.requests.map(({ headers }) => headers['x-acs-security-token'])).toEqual(['token1', 'token2']);
  });

  test('an attempt that hangs is abandoned and repeated', async () => {
    await using server = await fakeServer((_request, _response, index) =>
      index === 0 ? undefined : exampleReply('success'),
    );
    expect((await clientFor(server, { attemptTimeoutMs: 150 }).compare(picture, picture)).attempts).toBe(2);
  });

  test('the total time-out ends a call whose attempts hang', async () => {
    await using server = await fakeServer(() => undefined);
    const error = await failure(clientFor(server, { totalTimeoutMs: 200 }).compare(picture, picture));
    expect(isTimeOutError(error) && [error.scope, error.timeoutMs, error.retryable]).toEqual(['total', 200, false]);
  });

  test('a body that trickles is cut off by the time-out of the attempt', async () => {
    await using server = await fakeServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
      return undefined;
    });
    const error = await failure(clientFor(server, { attemptTimeoutMs: 150, retry: false }).compare(picture, picture));
    expect(isTimeOutError(error) && error.scope).toBe('attempt');
  });

  test('an abort rejects with the caller’s reason, also during a wait', async () => {
    await using server = await fakeServer(() => ({
      ...exampleReply('DeniedRequest'),
      headers: { 'retry-after': '30' },
    }));
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const hooks = { attemptEnded: () => setTimeout(() => controller.abort(reason), 5) };
    expect(await failure(clientFor(server, { hooks }).compare(picture, picture, { signal: controller.signal }))).toBe(
      reason,
    );
    expect(await failure(clientFor(server).compare(picture, picture, { signal: controller.signal }))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test('hooks see every attempt and may add headers', async () => {
    await using server = await fakeServer(inTurn('ServerInternalError', 'success'));
    const seen: string[] = [];
    await clientFor(server, {
      hooks: {
        attemptStarted: ({ action, attempt, method }) => {
          seen.push(`${method} ${action} ${attempt}`);
          return { headers: { traceparent: `00-trace-${attempt}` } };
        },
        attemptEnded: ({ attempt }, { httpStatus, error }) =>
          void seen.push(`${attempt}: ${httpStatus} ${isApiError(error) ? error.code : 'ok'}`),
      },
    }).compare(picture, picture);
    expect(seen).toEqual([
      'POST CompareSimilarByImage 1',
      '1: 500 ServerInternalError',
      'POST CompareSimilarByImage 2',
      '2: 200 ok',
    ]);
    expect(server.requests.map(({ headers }) => headers['traceparent'])).toEqual(['00-trace-1', '00-trace-2']);
  });
});
