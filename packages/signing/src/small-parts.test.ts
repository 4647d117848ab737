import { expect, test } from 'vitest';
import { canonicalQuery } from './canonical-query.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { createNonce } from './nonce.ts';
import { detectDialect } from './detect-dialect.ts';
import { parseTimestamp } from './parse-timestamp.ts';
import { percentEncode } from './percent-encode.ts';
import { splitParameters } from './received-parameters.ts';
import { splitTarget } from './received-request.ts';
import { formatTimestamp } from './timestamp.ts';

test.each([
  ['AZaz09-_.~', 'AZaz09-_.~'],
  [" !'()*+/=", '%20%21%27%28%29%2A%2B%2F%3D'],
  ['中😀', '%E4%B8%AD%F0%9F%98%80'],
  ['\ud800', '%EF%BF%BD'],
  ['\u0000\n', '%00%0A'],
])('percentEncode(%j)', (text, expected) => {
  expect(percentEncode(text)).toBe(expected);
});

test('timestamps', () => {
  expect(formatTimestamp(new Date('2026-01-09T08:00:00.999Z'))).toBe('2026-01-09T08:00:00Z');
  expect(parseTimestamp('2026-01-09T08:00:00Z')).toBe(Date.UTC(2026, 0, 9, 8));
  for (const wrong of [
    '',
    '2026-1-9T08:00:00Z',
    '2026-01-09T24:00:00Z',
    '2026-13-09T08:00:00Z',
    '2026-01-09T08:00:00Z\n',
    ' 2026-01-09T08:00:00Z',
  ])
    expect(parseTimestamp(wrong)).toBeUndefined();
});

test('a nonce is 32 hex digits, different each time', () => {
  expect(createNonce()).toMatch(/^[0-9a-f]{32}$/);
  expect(createNonce()).not.toBe(createNonce());
  expect(createNonce((bytes) => bytes.fill(10))).toBe('0a'.repeat(16));
});

test('constant-time comparison tells equal from unequal', () => {
  expect(constantTimeEqual('', '')).toBe(true);
  expect(constantTimeEqual('abc', 'abc')).toBe(true);
  expect(constantTimeEqual('abc', 'abd')).toBe(false);
  expect(constantTimeEqual('abc', 'ab')).toBe(false);
});

test.each([
  ['ACS3-HMAC-SHA256 x', 'V3'],
  ['acs3-rsa-sha256 x', 'V3'],
  ['Bearer ACS3-', 'V1'],
  ['', 'V1'],
])('dialect of %j is %s', (authorization, dialect) => {
  expect(detectDialect({ Authorization: authorization, 'x-acs-action': 'a' })).toBe(dialect);
});

test.each([
  ['/', { path: '/', query: '' }],
  ['', { path: '/', query: '' }],
  ['/?a=b?c', { path: '/', query: 'a=b?c' }],
  ['http://h:1/x?y#z', { path: '/x', query: 'y' }],
  ['http://h', { path: '/', query: '' }],
  ['?a', { path: '/', query: 'a' }],
])('splitTarget(%j)', (target, expected) => {
  expect(splitTarget(target)).toEqual(expected);
});

test('parameters of one name are sorted by their values', () => {
  const parameters = [
    ['b', '1'],
    ['a', '2'],
    ['a', '10'],
    ['a', ''],
  ] as const;
  expect(canonicalQuery(parameters)).toBe('a=&a=10&a=2&b=1');
  expect(canonicalQuery(parameters.toReversed())).toBe('a=&a=10&a=2&b=1');
});

test('a name may have up to 1,024 bytes', () => {
  expect(splitParameters(`${'n'.repeat(1024)}=1`, 10)).toHaveLength(1);
  expect(splitParameters(`${'n'.repeat(1025)}=1`, 10)).toBeUndefined();
});
