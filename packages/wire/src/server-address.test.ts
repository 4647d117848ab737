import { expect, test } from 'vitest';
import { isLoopback, parseServerAddress } from './server-address.ts';

test.each([
  ['compare.example', 'https://compare.example/', false],
  ['compare.example:8080', 'https://compare.example:8080/', false],
  ['HTTP://Compare.Example', 'http://compare.example/', false],
  ['HttpS://compare.example', 'https://compare.example/', false],
  ['127.1:8080', 'http://127.0.0.1:8080/', true],
  ['LOCALHOST:8080', 'http://localhost:8080/', true],
  ['[0:0::1]', 'http://[::1]/', true],
  ['http:8080', 'https://http:8080/', false],
  ['128.0.0.1', 'https://128.0.0.1/', false],
])('%s means %s', (text, href, isHere) => {
  const url = parseServerAddress(text);
  expect(url?.href).toBe(href);
  expect(isLoopback(url?.hostname ?? '')).toBe(isHere);
});

test.each(['', 'http://', 'not a host', 'host:port'])('%j is no address', (text) => {
  expect(parseServerAddress(text)).toBeUndefined();
});
