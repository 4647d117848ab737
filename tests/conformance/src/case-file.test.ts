import { expect, test } from 'vitest';
import { parseCaseFile } from './case-file.ts';
import { matchReply } from './match-reply.ts';

const exampleCase = `# A comment.
title: a title
server: guarded
sign: v1 key=id secret=text date=-960 tamper=Action=

=== request
POST / HTTP/1.1

a=1

=== reply JSON
HTTP/1.1 400

{}

=== reply XML
HTTP/1.1 400

<a/>
`;

test('a case with two replies is two cases', () => {
  const cases = parseCaseFile('a.txt', exampleCase);
  expect(cases.map(({ format }) => format)).toEqual(['JSON', 'XML']);
  expect(cases[1]).toMatchObject({
    title: 'a title',
    server: 'guarded',
    sign: { dialect: 'v1', accessKeyId: 'id', accessKeySecret: 'text', shiftSeconds: -960, tamper: [['Action', '']] },
    exchanges: [{ request: 'POST / HTTP/1.1\n\na=1', reply: 'HTTP/1.1 400\n\n<a/>' }],
  });
});

test.each([
  'title a\n=== request\nx\n=== reply\ny\n',
  'only: nobody\n=== request\nx\n=== reply\ny\n',
  '=== request\nx\n',
])('a misspelt case is refused (%#)', (text) => {
  expect(() => parseCaseFile('a.txt', text)).toThrow(/^a\.txt: /);
});

const requestId = '540CFF28-407A-40B5-B6A5-74B0D6C8E1F2';
const received = (body: string, status = 200): Parameters<typeof matchReply>[1] => ({
  status,
  headers: new Map([['x-acs-request-id', requestId]]),
  body,
});

test('a reply is compared to the letter', () => {
  const expected =
    'HTTP/1.1 200\nx-acs-request-id: {{RequestId}}\n\n{"RequestId":"{{RequestId}}","x":"{{capture name}}"}';
  const good = matchReply(expected, received(`{"RequestId":"${requestId}","x":"value"}`));
  expect(good.differences).toEqual([]);
  expect(good.captured.get('name')).toBe('value');
  expect(matchReply(expected, received(`{"RequestId":"${requestId}","x":"value"} `)).differences).toHaveLength(1);
  expect(matchReply(expected, received(`{"RequestId":"${requestId}","x":"value"}`, 400)).differences).toHaveLength(1);
  const other = requestId.replace('5', '6');
  expect(matchReply(expected, received(`{"RequestId":"${other}","x":"value"}`)).differences).toHaveLength(1);
});

test('a header that is named has to be there', () => {
  const { differences } = matchReply('HTTP/1.1 200\nretry-after: {{any}}\n\n', received(''));
  expect(differences).toEqual(['header retry-after is undefined instead of "{{any}}"']);
});
