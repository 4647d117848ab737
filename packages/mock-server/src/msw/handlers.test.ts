import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { answerContentTypes, compareAction } from '@semblance/spec/protocol';
import { failureMessage } from '@semblance/wire/render';
import { parseEnvelope } from '@semblance/wire/parse';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock } from '../mock/mock.ts';
import { makePair } from '../scoring/make-pair.ts';
import { compareSimilarByImageHandlers } from './handlers.ts';

const endpoint = 'https://imagesearch.cn-shanghai.aliyuncs.com/';
const mock = createMock();
const server = setupServer(...compareSimilarByImageHandlers({ mock }));

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

function compare(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ Version: compareAction.version, Action: compareAction.action, ...parameters });
  return fetch(endpoint, { method: 'POST', body, headers });
}

const codes = Object.keys(errorCatalog) as ErrorCode[];

describe.each(['JSON', 'XML'] as const)('in %s', (Format) => {
  test.each(codes)('the instance mock-%s answers the code with its status and message', async (code) => {
    const response = await compare({ InstanceName: `mock-${code}`, Format });
    const { httpStatus } = errorCatalog[code];
    expect(response.status).toBe(httpStatus);
    expect(response.headers.get('content-type')).toBe(answerContentTypes[Format]);
    const text = await response.text();
    expect(text.startsWith(Format === 'JSON' ? '{' : '<?xml version="1.0" encoding="UTF-8"?>\n<Error>')).toBe(true);
    expect(parseEnvelope(text)).toMatchObject({
      kind: 'failure',
      value: {
        Code: code,
        Message: failureMessage({ code, dialect: 'V1' }),
        HostId: 'imagesearch.cn-shanghai.aliyuncs.com',
        RequestId: response.headers.get('x-acs-request-id'),
      },
    });
  });

  test('a valid pair gets its score', async () => {
    const pair = makePair({ score: 0.72 });
    const response = await compare({
      Format,
      InstanceName: 'demoinstance1',
      PrimaryPicContent: pair.primaryBase64,
      SecondaryPicContent: pair.secondaryBase64,
    });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain(Format === 'JSON' ? '"Score":0.72' : '<Score>0.72</Score>');
  });
});

test('the action may stand in a header, the query or the body', async () => {
  const query = new URLSearchParams({ InstanceName: 'mock-DeniedRequest', Format: 'JSON' });
  const byHeader = await fetch(`${endpoint}?${query}`, {
    headers: { 'x-acs-action': compareAction.action, 'x-acs-version': compareAction.version },
  });
  const common = new URLSearchParams({ Action: compareAction.action, Version: compareAction.version });
  const byQuery = await fetch(`${endpoint}?${query}&${common}`);
  const byBody = await compare({ InstanceName: 'mock-DeniedRequest', Format: 'JSON' });
  expect([byHeader.status, byQuery.status, byBody.status]).toEqual([403, 403, 403]);
});

describe('no request leaves the machine', () => {
  const endpoints = [
    'https://imagesearch.cn-shanghai.aliyuncs.com/',
    'http://imagesearch-vpc.ap-southeast-1.aliyuncs.com/',
    'https://openplatform.aliyuncs.com/',
    'https://imagesearch.eu-central-1.aliyuncs.com/some/path',
  ];
  const parameters = new URLSearchParams({ Action: compareAction.action, Version: compareAction.version });
  const requests: Readonly<Record<string, RequestInit>> = {
    'a string without a content type': { method: 'POST', body: parameters.toString() },
    JSON: { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    FormData: { method: 'POST', body: new FormData() },
    'another action': { method: 'POST', body: new URLSearchParams({ Action: 'SearchImageByPic' }) },
    'a misspelt action': { method: 'POST', body: new URLSearchParams({ Action: 'CompareSimilarByImag' }) },
    nothing: { method: 'GET' },
    DELETE: { method: 'DELETE' },
  };
  test.each(Object.keys(requests).flatMap((name) => endpoints.map((url) => [name, url] as const)))(
    '%s to %s gets an envelope',
    async (name, url) => {
      const response = await fetch(url, requests[name]);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(parseEnvelope(await response.text())).toMatchObject({ kind: 'failure' });
      expect(mock.journal.entries()).toHaveLength(1);
    },
  );

  test('a preflight request is answered like by the gateway', async () => {
    const response = await fetch(endpoint, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

test('passthrough is decided per request', async () => {
  const real = createServer((_request, response) => response.end('real')).listen(0, '127.0.0.1');
  await once(real, 'listening');
  const url = `http://127.0.0.1:${(real.address() as AddressInfo).port}`;
  const isLetThrough = (request: Request): boolean => request.url.endsWith('/let-through');
  server.use(...compareSimilarByImageHandlers({ passthrough: isLetThrough, endpoint: url }));
  expect(await (await fetch(`${url}/let-through`)).text()).toBe('real');
  expect((await fetch(`${url}/kept`)).status).toBe(404);
  server.resetHandlers();
  real.close();
});

test("other people's requests are left to other handlers", async () => {
  const { action } = compareAction;
  expect(await mock.claims(new Request('https://example.com/'))).toBe(false);
  expect(await mock.claims(new Request('https://example.com/?Action=SearchImageByPic'))).toBe(false);
  expect(await mock.claims(new Request('https://oss.cn-shanghai.aliyuncs.com/'))).toBe(false);
  expect(await mock.claims(new Request('https://imagesearch.aliyuncs.com.example.com/'))).toBe(false);
  expect(await mock.claims(new Request(`https://example.com/page?Action=${action}`))).toBe(false);
  expect(await mock.claims(new Request(`https://example.com/?Action=${action}`))).toBe(true);
});

describe('with an endpoint', () => {
  const elsewhere = 'https://compare.example/';
  const narrow = setupServer(...compareSimilarByImageHandlers({ endpoint: elsewhere }));
  beforeAll(() => {
    server.close();
    narrow.listen({ onUnhandledFrame: 'error' });
  });
  afterAll(() => {
    narrow.close();
    server.listen({ onUnhandledFrame: 'error' });
  });

  test('every request to it is answered, wrong actions too', async () => {
    const response = await fetch(`${elsewhere}?Action=SearchImageByPic&Format=JSON`);
    expect(await response.json()).toMatchObject({ Code: 'UnsupportedOperationType' });
    expect((await fetch(`${elsewhere}some/path`)).status).toBe(404);
  });

  test('no other host is, not even the cloud', async () => {
    await expect(fetch(`${endpoint}?Action=${compareAction.action}`)).rejects.toThrow('fetch failed');
  });

  test('uploads that it authorised are accepted, with or without TLS', async () => {
    const query = 'Action=AuthorizeFileUpload&Version=2019-12-19&Format=JSON&Product=ImageSearch';
    const allowed = (await (await fetch(`${elsewhere}?${query}`)).json()) as Record<string, string>;
    const form = new FormData();
    form.append('OSSAccessKeyId', allowed['AccessKeyId'] ?? '');
    form.append('policy', allowed['EncodedPolicy'] ?? '');
    form.append('Signature', allowed['Signature'] ?? '');
    form.append('key', allowed['ObjectKey'] ?? '');
    form.append('file', new Blob([makePair({ score: 0.5 }).primary.slice()]));
    const host = `${allowed['Bucket']}.${allowed['Endpoint']}`;
    expect((await fetch(`http://${host}/`, { method: 'POST', body: form })).status).toBe(204);
  });

  test('an invalid address is refused at once', () => {
    expect(() => compareSimilarByImageHandlers({ endpoint: 'not an address' })).toThrow(/endpoint "not an address"/);
  });
});

test('a connection reset rejects like a broken connection', async () => {
  mock.use('connection-reset');
  const failure: unknown = await compare({ InstanceName: 'demoinstance1' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
});

test('a truncated body fails while it is read', async () => {
  mock.use('truncated-body');
  const response = await compare({ InstanceName: 'demoinstance1', Format: 'JSON' });
  await expect(response.text()).rejects.toThrow(Error);
});
