import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMockServer } from '../exports/server.ts';
import type { MockServer } from '../exports/server.ts';
import { compareRequest } from './compare-request.ts';

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer();
});
afterAll(() => server.close());
beforeEach(() => server.resetAll());

const call = (parameters: Record<string, string> = {}): Promise<Response> =>
  fetch(compareRequest({ url: `${server.url}/`, parameters }));
const get = (path: string): Promise<Response> => fetch(`${server.url}/__mock/api/${path}`);
const use = (plan: unknown): Promise<Response> =>
  fetch(`${server.url}/__mock/api/use`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan }),
  });

describe('received', () => {
  beforeEach(async () => {
    server.use([{ scenario: 'DeniedRequest', times: 2 }]);
    for (const InstanceName of ['demo1', 'demo2', 'other']) await call({ InstanceName });
  });

  test.each([
    ['', 3],
    ['code=DeniedRequest', 2],
    ['code=0', 1],
    ['instanceName=demo*', 2],
    ['instanceName=demo', 0],
    ['code=DeniedRequest&instanceName=demo2', 1],
    ['primary.format=png&primary.width=100', 3],
    ['status=403&method=POST', 2],
    ['parameterNames=Action', 3],
    ['headers.content-type=application/x-www-form-urlencoded*', 3],
    ['instanceName=.*', 0],
  ])('"%s" counts %i', async (query, count) => {
    const answer = (await (await get(`received?${query}`)).json()) as object;
    expect(answer).toMatchObject({ ok: true, count, of: 3 });
  });

  test.each([
    ['times=2', 200],
    ['times=3', 409],
    ['atLeast=2', 200],
    ['atLeast=3', 409],
    ['atMost=2', 200],
    ['atMost=1', 409],
    ['atLeast=1&atMost=2', 200],
  ])('%s of two is answered %i', async (expectation, status) => {
    const response = await get(`received?code=DeniedRequest&${expectation}`);
    expect(response.status).toBe(status);
    const body: unknown = await response.json();
    expect(body).toMatchObject({ ok: status === 200, count: 2 });
  });

  test('an unmet expectation is reported with what was received', async () => {
    const { message } = (await (await get('received?code=DeniedRequest&times=3')).json()) as {
      readonly message: string;
    };
    expect(message).toMatch(
      /^Expected times 3 such requests, but there were 2\.\nReceived:\n#1 POST .* → 403 DeniedRequest/,
    );
  });

  test('entries are included, up to the limit', async () => {
    const { entries } = (await (await get('received?limit=1')).json()) as { readonly entries: readonly object[] };
    expect(entries).toMatchObject([{ instanceName: 'other' }]);
    expect(await (await get('received?limit=0')).json()).toMatchObject({ count: 3, entries: [] });
  });

  test('an unknown property is refused', async () => {
    const response = await get('received?instancename=demo1');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: expect.stringContaining('Did you mean "instanceName"?') as string,
    });
    expect((await get('received?times=few')).status).toBe(400);
  });

  test('sessions are counted separately', async () => {
    await call({ AccessKeyId: 'mock-session.suite' });
    expect(await (await get('received?session=suite')).json()).toMatchObject({ count: 1, of: 1 });
  });
});

test('violations over HTTP', async () => {
  await call({ PrimaryPicContent: 'AAAA' });
  expect(await (await get('violations')).json()).toMatchObject([
    { number: 1, code: expect.stringMatching(/Pic/) as string, parameter: 'PrimaryPicContent' },
  ]);
});

test('a custom reply over HTTP', async () => {
  const reply = { status: 429, headers: { 'retry-after': '1' }, body: { Code: 'Slow', Name: '{{InstanceName}}' } };
  expect((await use([{ reply, times: 1 }, 'success'])).status).toBe(200);
  const response = await call();
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await response.json()).toEqual({ Code: 'Slow', Name: 'demoinstance1' });
  expect((await call()).status).toBe(200);
  expect((await use({ reply: { status: 1 } })).status).toBe(400);
  expect((await use({ reply: { body: 'x' }, scenario: 'success' })).status).toBe(400);
});

test.each([204, 304])('status %i is sent without a body over a connection', async (status) => {
  server.use([{ reply: { status, body: 'not sent' } }]);
  const response = await call();
  expect([response.status, await response.text()]).toEqual([status, '']);
});
