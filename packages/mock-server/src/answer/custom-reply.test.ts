import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRequest } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import { fillReply } from './custom-reply.ts';
import type { CustomReply, RequestFields } from './custom-reply.ts';

const respond = async (reply: CustomReply, parameters: Record<string, string> = {}): Promise<Response> => {
  const mock = createMock({ seed: 1 });
  mock.use([{ reply }]);
  return mock.respond(compareRequest({ parameters }));
};

test('any status, headers and body, for one call', async () => {
  const mock = createMock();
  mock.use([{ reply: { status: 418, headers: { 'X-Tea': 'pot' }, body: 'short and stout' } }]);
  const response = await mock.respond(compareRequest());
  expect([response.status, response.headers.get('x-tea'), await response.text()]).toEqual([
    418,
    'pot',
    'short and stout',
  ]);
  expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
  expect((await mock.respond(compareRequest())).status).toBe(200);
});

test('fields of the request are filled in; a JSON value that is a single field keeps its type', async () => {
  const body = {
    Code: 0,
    Score: 0.5,
    RequestId: '{{RequestId}}',
    Note: ['{{InstanceName}}, {{ primary.format }}'],
    Width: '{{primary.width}}',
  };
  const response = await respond({ body, headers: { 'x-instance': '{{InstanceName}}' } });
  expect(response.headers.get('x-instance')).toBe('demoinstance1');
  expect(await response.json()).toEqual({
    Code: 0,
    Score: 0.5,
    RequestId: response.headers.get('x-acs-request-id'),
    Note: ['demoinstance1, png'],
    Width: 100,
  });
});

test('the journal reads code and score of an envelope', async () => {
  const mock = createMock();
  mock.use([{ reply: { status: 403, body: { Code: 'Own.Code', Message: '' } } }, { reply: { body: 'no envelope' } }]);
  await mock.respond(compareRequest());
  await mock.respond(compareRequest());
  expect(mock.journal.entries().map(({ reply }) => reply.code)).toEqual(['Own.Code', null]);
});

test('a function makes the reply of the fields', async () => {
  const mock = createMock();
  mock.use({ reply: ({ InstanceName }) => ({ status: InstanceName === 'a' ? 500 : 201 }) });
  const statuses = await Promise.all(
    ['a', 'b'].map(
      async (InstanceName) => (await mock.respond(compareRequest({ parameters: { InstanceName } }))).status,
    ),
  );
  expect(statuses).toEqual([500, 201]);
});

test.each([204, 205, 304])('status %i has no body', async (status) => {
  const response = await respond({ status, body: 'not sent' });
  expect([response.status, await response.text()]).toEqual([status, '']);
});

test.each<[unknown, RegExp]>([
  [{ status: 99 }, /from 200 to 599, not 99/],
  [{ stats: 200 }, /not "stats"/],
  [{ headers: { 'a b': 'c' } }, /"a b" is no header/],
  [{ headers: { a: 1 } }, /"a" is no header with a text/],
  [{ body: '{{InstanceNam}}' }, /no field \{\{InstanceNam\}\}\. Requests have RequestId/],
  [{ body: { deep: ['{{nothing}}'] } }, /no field \{\{nothing\}\}/],
  ['text', /A reply is an object/],
])('%j is refused at once', (reply, message) => {
  expect(() => createMock().use({ reply } as never)).toThrow(message);
});

test('the reply stays well formed for any request', () => {
  const fields = (text: string): RequestFields => ({ InstanceName: text, RequestId: 'id' }) as RequestFields;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = fillReply(
        { headers: { 'content-type': 'application/json' }, body: '{"a":"{{InstanceName}}"}' },
        fields(text),
      );
      expect((JSON.parse(json.body) as { a: string }).a).toBe(text);
      const value = fillReply({ body: { a: '<{{InstanceName}}>' } }, fields(text));
      expect((JSON.parse(value.body) as { a: string }).a).toBe(`<${text}>`);
      const xml = fillReply({ headers: { 'content-type': 'text/xml' }, body: '<a>{{InstanceName}}</a>' }, fields(text));
      expect(xml.body.slice(3, -4)).not.toMatch(/[<>]/);
      const header = fillReply({ headers: { x: '{{InstanceName}}' } }, fields(text));
      expect(header.headers['x']).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});
