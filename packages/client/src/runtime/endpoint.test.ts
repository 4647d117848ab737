import { expect, test } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { parseEndpoint } from './endpoint.ts';

test.each([
  [
    'imagesearch.cn-shanghai.aliyuncs.com',
    'https://imagesearch.cn-shanghai.aliyuncs.com',
    'imagesearch.cn-shanghai.aliyuncs.com',
    false,
  ],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080', '127.0.0.1:8080', true],
  ['localhost:8080', 'http://localhost:8080', 'localhost:8080', true],
  ['http://[::1]:8080/', 'http://[::1]:8080', '[::1]:8080', true],
  ['https://Example.com:443', 'https://example.com', 'example.com', false],
  ['HTTP://compare.example', 'http://compare.example', 'compare.example', false],
  ['http://compare.example:80', 'http://compare.example', 'compare.example', false],
  ['http://localhost.example.com', 'http://localhost.example.com', 'localhost.example.com', false],
  ['http://127.0.0.1.example.com', 'http://127.0.0.1.example.com', '127.0.0.1.example.com', false],
])('%s', (text, ...expected) => {
  const { origin, host, isLoopback } = parseEndpoint(text);
  expect([origin, host, isLoopback]).toEqual(expected);
});

test.each([
  '',
  'http://',
  'ftp://host',
  'https://host/path',
  'https://host?x=1',
  'https://user:word@host',
  'not a host',
])('%j is refused', (text) => {
  expect(() => parseEndpoint(text)).toThrow(ConfigurationError);
});

test('an address with a password is not repeated in the message', () => {
  expect(() => parseEndpoint('https://user:word@host')).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('word@') }),
  );
});
