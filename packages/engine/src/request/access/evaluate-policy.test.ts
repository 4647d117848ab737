import fc from 'fast-check';
import { expect, test } from 'vitest';
import { question, user } from '../../../test/access/policy-question.ts';
import type { Caller } from './caller.ts';
import { evaluatePolicies } from './evaluate-policy.ts';
import { matchesBetween, matchesPattern } from './wildcard-pattern.ts';

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
  ['', '?', false],
  ['a', '?', true],
  ['ab', '?', false],
  ['abc', 'a?c', true],
  ['abc', '*?', true],
  ['abc', '????', false],
])('%s against %s', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

test('many stars do not slow it down', () => {
  expect(matchesPattern('a'.repeat(20_000), `${'a*'.repeat(2000)}b`)).toBe(false);
});

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

test('an account needs no policy, and none restricts it', () => {
  const caller: Caller = { ...user, principalId: 'account:1000', type: 'Account' };
  expect(evaluatePolicies([policy('d', 'Deny')], { ...question, caller })).toEqual({ kind: 'Allow' });
});

test.each([
  ['a Deny for one region', 'acs:imagesearch:cn-shanghai:1000:instance/demo', 'ExplicitDeny'],
  ['a Deny for a region in the middle of a star', 'acs:*n-shanghai:1000:instance/demo', 'ExplicitDeny'],
  ['a Deny of another instance', 'acs:imagesearch:cn-shanghai:1000:instance/other', 'Allow'],
  ['a Deny whose region would have to hold a colon', 'acs:imagesearch:a:b:1000:instance/demo', 'Allow'],
  ['a Deny for an instance with ?', 'acs:imagesearch:*:1000:instance/dem?', 'ExplicitDeny'],
] as const)('%s', (_name, resource, expected) => {
  const changes = { statements: [{ effect: 'Deny', actions: ['*'], resources: [resource] }] };
  const policies = [policy('all', 'Allow'), policy('one', 'Deny', changes)];
  expect(evaluatePolicies(policies, question).kind).toBe(expected);
});

test.each([
  ['cn-shanghai', undefined, false],
  ['cn-shanghai', 'cn-shanghai', true],
  ['cn-*', 'cn-shanghai', true],
  ['cn-*', undefined, false],
  ['*', undefined, true],
  ['?*', undefined, true],
  ['???????????', undefined, false],
  ['ap-southeast-1', 'cn-shanghai', false],
])('an Allow for the region %s, where the engine has %s: %s', (named, region, expected) => {
  const resources = [`acs:imagesearch:${named}:1000:instance/demo`];
  const policies = [policy('a', 'Allow', { statements: [{ effect: 'Allow', actions: ['*'], resources }] })];
  const verdict = evaluatePolicies(policies, { ...question, resource: { ...question.resource, region } });
  expect(verdict.kind === 'Allow').toBe(expected);
});

test('conditions are interpreted against the caller', () => {
  const statement = { actions: ['*'], resources: ['*'], conditions: { Bool: { 'acs:SecureTransport': ['true'] } } };
  const conditional = (effect: 'Allow' | 'Deny'): ReturnType<typeof policy> =>
    policy(effect, effect, { statements: [{ effect, ...statement }] });
  expect(evaluatePolicies([conditional('Allow')], question).kind).toBe('ImplicitDeny');
  expect(evaluatePolicies([policy('a', 'Allow'), conditional('Deny')], question).kind).toBe('ExplicitDeny');
});

/** An independent matcher: the language's own regular expressions. */
function expression(pattern: string): RegExp {
  const translated = [...pattern].map((symbol) =>
    symbol === '*' ? '[^]*' : symbol === '?' ? '[^]' : symbol.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`),
  );
  return new RegExp(`^${translated.join('')}$`);
}

const patternText = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 12 });
const plainText = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 10 });

test('the matcher agrees with regular expressions', () => {
  fc.assert(
    fc.property(plainText, patternText, (text, pattern) => {
      expect(matchesPattern(text, pattern)).toBe(expression(pattern).test(text));
    }),
    { numRuns: 3000 },
  );
});

test('an open field agrees with trying every text for it', () => {
  const fields = [''];
  for (let at = 0; fields.length < 127; at += 1) fields.push(`${fields[at] ?? ''}a`, `${fields[at] ?? ''}b`);
  const short = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 6 });
  const around = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 4 });
  fc.assert(
    fc.property(around, around, short, (before, after, pattern) => {
      const some = fields.some((field) => expression(pattern).test(`${before}${field}${after}`));
      expect(matchesBetween(before, after, pattern)).toBe(some);
    }),
    { numRuns: 1500 },
  );
});

test('Deny wins over Allow in any order, according to an independent implementation', () => {
  const pattern = fc
    .tuple(
      fc.constantFrom('acs', '*', 'a?s'),
      fc.constantFrom('imagesearch', '*', 'oss'),
      fc.constantFrom('*', 'cn-shanghai', '??-*', ''),
      fc.constantFrom('1000', '*', '2000', '1?00'),
      fc.constantFrom('instance/demo', 'instance/*', 'instance/d?mo', 'instance/other'),
    )
    .map((fields) => fields.join(':'));
  const statement = fc.record({
    effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    actions: fc.array(fc.constantFrom('*', 'imagesearch:*', 'imagesearch:comparesimilarbyimage', 'oss:*'), {
      maxLength: 2,
    }),
    resources: fc.array(fc.oneof(pattern, fc.constant('*')), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 4 }), (statements) => {
      const region = 'cn-shanghai';
      const fits = (effect: string): boolean =>
        statements.some(
          (entry) =>
            entry.effect === effect &&
            entry.actions.some((action) =>
              expression(action.toLowerCase()).test('imagesearch:comparesimilarbyimage'),
            ) &&
            entry.resources.some((resource) =>
              expression(resource).test('acs:imagesearch:cn-shanghai:1000:instance/demo'),
            ),
        );
      const expected = fits('Deny') ? 'ExplicitDeny' : fits('Allow') ? 'Allow' : 'ImplicitDeny';
      const asked = { ...question, resource: { ...question.resource, region } };
      expect(evaluatePolicies([policy('p', 'Allow', { statements })], asked).kind).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
