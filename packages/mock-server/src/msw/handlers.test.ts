import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { answerContentTypes, compareAction } from '@semblance/spec/protocol';
import { failureMessage } from '@semblance/wire/render';
import { parseEnvelope } from '@semblance/wire/parse';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock } from '../mock.ts';
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

test("other people's requests are left to other handlers", async () => {
  expect(await mock.claims(new Request('https://example.com/'))).toBe(false);
  expect(await mock.claims(new Request('https://example.com/?Action=SearchImageByPic'))).toBe(false);
  expect(await mock.claims(new Request(`https://example.com/page?Action=${compareAction.action}`))).toBe(false);
  expect(await mock.claims(new Request(`https://example.com/?Action=${compareAction.action}`))).toBe(true);
});

test('with an endpoint every request to it is answered, wrong actions too', async () => {
  const narrow = compareSimilarByImageHandlers({ endpoint: endpoint });
  server.use(...narrow);
  const response = await fetch(`${endpoint}?Action=SearchImageByPic&Format=JSON`);
  server.resetHandlers();
  expect(await response.json()).toMatchObject({ Code: 'UnsupportedOperationType' });
});

test('a connection reset rejects as a broken connection does', async () => {
  mock.use('connection-reset');
  await expect(compare({ InstanceName: 'demoinstance1' })).rejects.toThrow(TypeError);
});

test('a truncated body breaks while it is read', async () => {
  mock.use('truncated-body');
  const response = await compare({ InstanceName: 'demoinstance1', Format: 'JSON' });
  await expect(response.text()).rejects.toThrow(Error);
});
