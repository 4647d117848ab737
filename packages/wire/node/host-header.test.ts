import { expect, test } from 'vitest';
import { hostComplaint } from './host-header.ts';

const good: readonly (readonly [httpVersion: string, rawHeaders: readonly string[]])[] = [
  ['1.1', ['Host', 'a.example:8080']],
  ['1.1', ['hOST', '[::1]:8080']],
  ['1.1', ['Host', '']],
  ['1.0', []],
];

test.each(good)('HTTP/%s with %j is fine', (httpVersion, rawHeaders) => {
  expect(hostComplaint({ httpVersion, rawHeaders: [...rawHeaders] })).toBeUndefined();
});

test.each([
  ['1.1', [], /no header Host/],
  ['1.1', ['X-Name', 'Host'], /no header Host/],
  ['1.1', ['Host', 'a', 'host', 'a'], /more than one/],
  ['1.0', ['Host', 'a', 'Host', 'b'], /more than one/],
  ['1.1', ['Host', 'a, b'], /names no host/],
  ['1.1', ['Host', 'user@a'], /names no host/],
  ['1.1', ['Host', 'a/b'], /names no host/],
])('HTTP/%s with %j: %s', (httpVersion, rawHeaders, complaint) => {
  expect(hostComplaint({ httpVersion, rawHeaders })).toMatch(complaint);
});
