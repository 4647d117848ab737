import { X509Certificate } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSelfSignedCertificate, startMockServer } from '../exports/server.ts';
import type { MockServer } from '../exports/server.ts';
import { compareRequest, outcomeOf, validParameters } from './compare-request.ts';

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.resetAll();
  server.setChaos(undefined);
});

const call = (options: Parameters<typeof compareRequest>[0] = {}): Promise<Response> =>
  fetch(compareRequest({ url: `${server.url}/`, ...options }));

describe('one port for two protocols', () => {
  const body = new URLSearchParams(validParameters).toString();
  const post = (options: object, send: typeof httpRequest): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const request = send(
        { host: '127.0.0.1', port: server.port, method: 'POST', headers, ...options },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString();
          });
          response.on('end', () => resolve(text));
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  test('plain', async () => {
    expect(await post({}, httpRequest)).toContain('"Score":0.72');
  });

  test('TLS, trusted through the certificate that the server shows', async () => {
    expect(await post({ ca: server.certificate }, httpsRequest)).toContain('"Score":0.72');
    await expect(post({}, httpsRequest)).rejects.toThrow(/self-signed/);
  });

  test('the certificate names its hosts', () => {
    const { cert } = createSelfSignedCertificate(['127.0.0.1', '::1', 'mock.test']);
    const certificate = new X509Certificate(cert);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkIP('::1')).toBeDefined();
    expect(certificate.checkHost('mock.test')).toBe('mock.test');
    expect(certificate.checkHost('other.test')).toBeUndefined();
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(true);
  });
});

describe('faults of the wire', () => {
  test('reset', async () => {
    server.use('connection-reset');
    const error: unknown = await call().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  test('truncated body', async () => {
    server.use('truncated-body');
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated|aborted|closed/);
  });

  test('slow dribble: complete but slow', async () => {
    server.use('slow-dribble');
    const start = performance.now();
    expect(await outcomeOf(await call())).toBe(0.72);
    // About 100 bytes in pieces of 16 with 100 ms between them.
    expect(performance.now() - start).toBeGreaterThan(400);
  });

  test('malformed, empty, a page of a proxy', async () => {
    server.use(['malformed-body', 'empty-body', 'proxy-error-page']);
    await expect((await call()).json()).rejects.toThrow(SyntaxError);
    expect(await (await call()).text()).toBe('');
    const page = await call();
    expect(page.status).toBe(502);
    expect(page.headers.get('content-type')).toBe('text/html');
  });

  test('hang: the caller has to give up', async () => {
    server.use('never-answers');
    const signal = AbortSignal.timeout(150);
    await expect(fetch(compareRequest({ url: server.url }), { signal })).rejects.toThrow(/timeout/);
  });
});

describe('awkward requests', () => {
  test('a body over the hard cap is answered before the connection closes', async () => {
    const response = await fetch(`${server.url}/?Format=JSON`, {
      method: 'POST',
      body: `PrimaryPicContent=${'A'.repeat(41 * 1024 * 1024)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(await outcomeOf(response)).toBe('InvalidPicContent');
  });

  test('bytes that are not HTTP get an envelope', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toContain('"Code":"InvalidParameter"');
  });

  test('a chunked body without length is read', async () => {
    const bytes = new TextEncoder().encode(new URLSearchParams(validParameters).toString());
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 500) controller.enqueue(bytes.slice(at, at + 500));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half' };
    expect(await outcomeOf(await fetch(server.url, init))).toBe(0.72);
  });

  test('a page of another origin may call', async () => {
    const preflight = await fetch(server.url, { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('many silent connections do not keep the server from closing', async () => {
    const other = await startMockServer();
    const sockets = Array.from({ length: 20 }, () => connect(other.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    await other.close();
    for (const socket of sockets) socket.destroy();
    await expect(fetch(other.url)).rejects.toThrow(TypeError);
  });
});

describe('the admin API', () => {
  const admin = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}/__mock/${path}`, init);
  const change = (method: string, path: string, body: unknown): Promise<Response> =>
    admin(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  test('plans, instances and chance', async () => {
    expect((await change('POST', 'api/use', { plan: 'DeniedRequest*2,score-0.5' })).status).toBe(200);
    expect([await outcomeOf(await call()), await outcomeOf(await call()), await outcomeOf(await call())]).toEqual([
      'DeniedRequest',
      'DeniedRequest',
      0.5,
    ]);
    await change('POST', 'api/use', { plan: { scenario: 'NoPermission', times: 1 } });
    expect(await outcomeOf(await call())).toBe('NoPermission');
    await change('PUT', 'api/instances/demoinstance1', { status: 'suspended' });
    expect(await outcomeOf(await call())).toBe('InstanceStatusError');
    await change('DELETE', 'api/instances/demoinstance1', {});
    expect(await outcomeOf(await call())).toBe('Console.InstanceNotFound');
    await change('POST', 'api/reset', {});
    await change('PUT', 'api/chaos', { errorRate: 1, errorCodes: ['SearchTimeout'] });
    expect(await outcomeOf(await call())).toBe('SearchTimeout');
    await change('PUT', 'api/chaos', null);
    expect(await outcomeOf(await call())).toBe(0.72);
  });

  test('sessions of their own for parallel suites', async () => {
    await change('POST', 'api/use?session=left', { plan: 'NoPermission' });
    expect(await outcomeOf(await call({ headers: { 'x-mock-session': 'left' } }))).toBe('NoPermission');
    expect(await outcomeOf(await call({ headers: { 'x-mock-session': 'right' } }))).toBe(0.72);
    const journal = (await (await admin('api/journal?session=left')).json()) as unknown[];
    expect(journal).toHaveLength(1);
  });

  test('journal, archive, scenarios, pairs, page', async () => {
    await call();
    expect(await (await admin('api/journal')).json()).toMatchObject([{ reply: { code: 0 } }]);
    expect(await (await admin('api/har')).json()).toMatchObject({ log: { version: '1.2' } });
    const scenarios = (await (await admin('api/scenarios')).json()) as { name: string }[];
    expect(scenarios.map(({ name }) => name)).toContain('Console.InstanceNotFound');
    const pair = (await (await admin('api/pair?score=0.33')).json()) as Record<string, string>;
    expect(await outcomeOf(await call({ parameters: pair }))).toBe(0.33);
    const page = await admin('');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<!doctype html>');
  });

  test.each<[string, string, unknown, RegExp]>([
    ['POST', 'api/use', { plan: 'DeniedReqest' }, /Did you mean "DeniedRequest"/],
    ['POST', 'api/use', { plan: [{ times: 2 }] }, /A step is a name/],
    ['POST', 'api/use', { plan: [{ scenario: 'nothing' }] }, /There is no scenario "nothing"/],
    ['POST', 'api/use', [], /Send \{"plan"/],
    ['PUT', 'api/chaos', { errorRate: 7 }, /between 0 and 1/],
    ['PUT', 'api/chaos', { errorCodes: ['x'] }, /list of error codes/],
    ['PUT', 'api/instances/a', { serviceType: 'music' }, /serviceType is one of product/],
    ['PUT', 'api/instances', {}, /Name the instance/],
    ['GET', 'api/pair', undefined, /between 0 and 1|lies between/],
  ])('%s %s %j is refused with a hint', async (...[method, path, body, hint]) => {
    const response = method === 'GET' ? await admin(`${path}?score=7`) : await change(method, path, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(hint);
  });

  test('a page of another origin can change nothing', async () => {
    const simple = await admin('api/use', { method: 'POST', body: '{"plan":"DeniedRequest"}' });
    expect(simple.status).toBe(415);
    expect(simple.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await admin('api/use', {
      method: 'OPTIONS',
      headers: { origin: 'https://example.com', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      const options = {
        port: server.port,
        host: '127.0.0.1',
        path: '/__mock/api/state',
        headers: { host: 'evil.example' },
      };
      httpRequest(options, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(rebound).toBe(403);
  });
});
