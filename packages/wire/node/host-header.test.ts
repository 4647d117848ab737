import { expect, test } from 'vitest';
import { hostComplaint } from './host-header.ts';

test.each([
  ['1.1', ['Host', 'a.example:8080'], undefined],
  ['1.1', ['hOST', '[::1]:8080'], undefined],
  ['1.1', ['Host', ''], undefined],
  ['1.0', [], undefined],
  ['1.1', [], /no header Host/],
  ['1.1', ['X-Name', 'Host'], /no header Host/],
  ['1.1', ['Host', 'a', 'host', 'a'], /more than one/],
  ['1.0', ['Host', 'a', 'Host', 'b'], /more than one/],
  ['1.1', ['Host', 'a, b'], /names no host/],
  ['1.1', ['Host', 'user@a'], /names no host/],
  ['1.1', ['Host', 'a/b'], /names no host/],
])('HTTP/%s with %j: %s', (httpVersion, rawHeaders, complaint) => {
  const found = hostComplaint({ httpVersion, rawHeaders });
  if (complaint === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(complaint);
});
