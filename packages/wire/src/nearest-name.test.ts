import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test.each([
  ['timeoutMS', 'timeoutMs'],
  ['timoutMs', 'timeoutMs'],
  ['endpiont', 'endpoint'],
  ['endpoints', 'endpoint'],
  ['instanceNmae', 'instanceName'],
] as const)('%s: %s is meant', (given, meant) => {
  expect(nearestName(given, ['endpoint', 'instanceName', 'timeoutMs'])).toBe(meant);
});

test.each(['colour', 'LTAI5tExampleExampleSecret', 'endpoint'.repeat(100_000), ''])(
  'nothing is near %.30s',
  (given) => {
    expect(nearestName(given, ['endpoint', 'instanceName', 'timeoutMs'])).toBeUndefined();
  },
);

test('the nearest of several near names wins, the first of equally near ones', () => {
  expect(nearestName('retry', ['retries', 'retry'])).toBe('retry');
  expect(nearestName('bat', ['cat', 'hat'])).toBe('cat');
  expect(nearestName('any', [])).toBeUndefined();
});
