import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { evaluatePolicies, instanceResource, matchesPattern } from './evaluate-policy.ts';

test.each([
  ['imagesearch:CompareSimilarByImage', 'imagesearch:CompareSimilarByImage', true],
  ['imagesearch:CompareSimilarByImage', 'imagesearch:*', true],
  ['imagesearch:CompareSimilarByImage', '*', true],
  ['imagesearch:CompareSimilarByImage', 'imagesearch:*Image', true],
  ['imagesearch:CompareSimilarByImage', 'imagesearch:Compare*By*Image', true],
  ['imagesearch:CompareSimilarByImage', 'imagesearch:Search*', false],
  ['imagesearch:CompareSimilarByImage', 'oss:*', false],
  ['imagesearch:CompareSimilarByImage', '', false],
  ['ab', 'a*b', true],
  ['a', 'a*a', false],
  ['aXa', 'a*a', true],
  ['abcbc', 'a*bc*c', true],
  ['abc', 'a*bc*c', false],
  ['', '*', true],
])('%s against %s', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

test('many stars do not make it slow', () => {
  expect(matchesPattern('a'.repeat(20_000), `${'a*'.repeat(2000)}b`)).toBe(false);
});

const user: Caller = {
  principalId: 'user:1000:lin',
  account: '1000',
  displayName: 'lin',
  type: 'SubUser',
  user: 'lin',
};
const question = {
  caller: user,
  action: 'imagesearch:CompareSimilarByImage',
  resource: instanceResource('1000', 'demo'),
};

function policy(
  name: string,
  effect: 'Allow' | 'Deny',
  changes: object = {},
): Parameters<typeof evaluatePolicies>[0][number] {
  return {
    name,
    account: '1000',
    users: ['lin'],
    roles: [],
    statements: [
      { effect, actions: ['imagesearch:CompareSimilarByImage'], resources: ['acs:imagesearch:*:1000:instance/demo'] },
    ],
    ...changes,
  };
}

test.each([
  ['nothing', [], { kind: 'ImplicitDeny' }],
  ['an Allow', [policy('a', 'Allow')], { kind: 'Allow' }],
  ['a Deny beside an Allow', [policy('a', 'Allow'), policy('d', 'Deny')], { kind: 'ExplicitDeny', policy: 'd' }],
  ["another user's Allow", [policy('a', 'Allow', { users: ['eve'] })], { kind: 'ImplicitDeny' }],
  ["another account's Allow", [policy('a', 'Allow', { account: '2000' })], { kind: 'ImplicitDeny' }],
  ["a role's Allow", [policy('a', 'Allow', { users: [], roles: ['lin'] })], { kind: 'ImplicitDeny' }],
])('a user with %s', (_name, policies, expected) => {
  expect(evaluatePolicies(policies, question)).toEqual(expected);
});

test('an account needs no policy, and none binds it', () => {
  const caller: Caller = { principalId: 'account:1000', account: '1000', displayName: '1000', type: 'Account' };
  expect(evaluatePolicies([policy('d', 'Deny')], { ...question, caller })).toEqual({ kind: 'Allow' });
});
