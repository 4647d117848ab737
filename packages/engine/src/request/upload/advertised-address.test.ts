import { expect, test } from 'vitest';
import { advertisedAddress } from './advertised-address.ts';

const local = { localAddress: '127.0.0.1', localPort: 8443 };

test.each([
  [undefined, '127.0.0.1:8443', '127', '0.0.1:8443'],
  [undefined, 'compare.example.com', 'compare', 'example.com'],
  [undefined, 'localhost:8443', '127', '0.0.1:8443'],
  [undefined, '[::1]:8443', '127', '0.0.1:8443'],
  [undefined, 'evil/../host.x', '127', '0.0.1:8443'],
  [undefined, undefined, '127', '0.0.1:8443'],
  ['files.example.com:443', '127.0.0.1:8443', 'files', 'example.com:443'],
])('configured %s, Host %s', (configured, host, ...[bucket, endpoint]) => {
  expect(advertisedAddress(configured, host, local)).toEqual({ bucket, endpoint, authority: `${bucket}.${endpoint}` });
});

test('an IPv4 address mapped to IPv6 is used as IPv4', () => {
  expect(advertisedAddress(undefined, 'localhost', { localAddress: '::ffff:10.0.0.7', localPort: 80 }).authority).toBe(
    '10.0.0.7:80',
  );
});
