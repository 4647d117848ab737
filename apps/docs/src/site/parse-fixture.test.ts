import { expect, test } from 'vitest';
import { parseFixture } from './parse-fixture.ts';

test('a case is read with its settings, its requests and the code it ends in', () => {
  const text = `title: a wrong secret
sign: v3 key=k secret=s
only: engine

=== request
POST / HTTP/1.1

A=1

=== reply JSON
HTTP/1.1 400

{"Code":"First.One"}

=== reply XML
HTTP/1.1 400

<Error><Code>First.One</Code></Error>
`;
  expect(parseFixture('x', text)).toEqual({
    name: 'x',
    title: 'a wrong secret',
    code: 'First.One',
    only: 'engine',
    settings: ['sign: v3 key=k secret=s'],
    requests: ['POST / HTTP/1.1\n\nA=1'],
  });
});

test('a case that ends in a success is none', () => {
  expect(
    parseFixture('x', 'title: t\n\n=== request\nGET / HTTP/1.1\n\n=== reply\nHTTP/1.1 200\n\n{"Score":1,"Code":0}\n'),
  ).toBeUndefined();
  expect(parseFixture('x', 'title: t\n\n=== request\nGET /\n\n=== reply\n\n<R><Code>0</Code></R>\n')).toBeUndefined();
});
