import { describe, expect, test } from 'vitest';
import { readPastedRequest } from './pasted-request.ts';

function read(text: string) {
  const pasted = readPastedRequest(text);
  if (!pasted.ok) return pasted.problem;
  const { method, target, headers, body } = pasted.request;
  return {
    method,
    target,
    headers: [...(headers as Iterable<readonly [string, string]>)],
    body: new TextDecoder().decode(body),
  };
}

describe('a raw request', () => {
  test('is split into line, headers and body; line ends of either kind', () => {
    expect(read('post /?a=1 HTTP/1.1\r\nHost: h:1\r\nx-acs-date:  d \r\n\r\nA=b&C=d\n')).toEqual({
      method: 'POST',
      target: '/?a=1',
      headers: [
        ['Host', 'h:1'],
        ['x-acs-date', 'd'],
      ],
      body: 'A=b&C=d',
    });
  });
  test('may lack a body and a version', () => {
    expect(read('GET /?a=1\nhost: h')).toEqual({ method: 'GET', target: '/?a=1', headers: [['host', 'h']], body: '' });
  });
  test.each([
    ['', 'empty'],
    ['hello', 'no-request-line'],
    ['hello world', 'no-request-line'],
    ['please help HTTP/1.1', 'no-request-line'],
    ['GET everything', 'no-request-line'],
    ['GET / HTTP/1.1\nno colon here', 'bad-header'],
  ])('%j is refused: %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

describe('a curl command', () => {
  test('is read as curl sends it', () => {
    expect(
      read("curl -i 'http://h:8080/?x=1' \\\n  -H 'x-acs-version: 2020-12-14' \\\n  -d A=b --data-raw \"C=d e\""),
    ).toEqual({
      method: 'POST',
      target: '/?x=1',
      headers: [
        ['host', 'h:8080'],
        ['content-type', 'application/x-www-form-urlencoded'],
        ['x-acs-version', '2020-12-14'],
      ],
      body: 'A=b&C=d e',
    });
  });
  test('with -G puts the data into the query', () => {
    expect(read('curl -G h -d a=1 -d b=2')).toEqual({
      method: 'GET',
      target: '/?a=1&b=2',
      headers: [['host', 'h']],
      body: '',
    });
  });
  test('encodes what --data-urlencode names', () => {
    expect(read('curl h --data-urlencode "P=a+b/="')).toMatchObject({ body: 'P=a%2Bb%2F%3D' });
  });
  test('without an address is refused', () => {
    expect(read('curl -X POST')).toBe('no-address');
  });
});
