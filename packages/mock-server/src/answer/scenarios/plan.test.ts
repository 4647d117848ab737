import { expect, test } from 'vitest';
import { compareRequest, outcomeOf } from '../../../test/compare-request.ts';
import { createMock } from '../../mock/mock.ts';
import type { Mock } from '../../mock/mock.ts';

async function outcomes(mock: Mock, count: number, options = {}): Promise<(string | number)[]> {
  const found: (string | number)[] = [];
  for (let call = 0; call < count; call += 1) found.push(await outcomeOf(await mock.respond(compareRequest(options))));
  return found;
}

test('a single scenario answers until reset', async () => {
  const mock = createMock();
  mock.use('DeniedRequest');
  expect(await outcomes(mock, 3)).toEqual(['DeniedRequest', 'DeniedRequest', 'DeniedRequest']);
  mock.reset();
  expect(await outcomes(mock, 1)).toEqual([0.72]);
});

test('fail twice, then succeed, then go on as usual', async () => {
  const mock = createMock();
  mock.use([{ scenario: 'DeniedRequest', times: 2 }, 'score-0.5']);
  expect(mock.pending()).toHaveLength(2);
  expect(await outcomes(mock, 4)).toEqual(['DeniedRequest', 'DeniedRequest', 0.5, 0.72]);
  expect(mock.pending()).toEqual([]);
});

test('the plan given last is used first', async () => {
  const mock = createMock();
  mock.use('NoPermission');
  mock.use({ scenario: 'SearchTimeout', times: 1 });
  expect(await outcomes(mock, 2)).toEqual(['SearchTimeout', 'NoPermission']);
});

test.each(['header', 'instance name'])('a plan may be given in the %s', async (place) => {
  const mock = createMock();
  const text = 'DeniedRequest*2,score-0.1';
  const options =
    place === 'header' ? { headers: { 'x-mock-scenario': text } } : { parameters: { InstanceName: `mock-${text}` } };
  expect(await outcomes(mock, 4, options)).toEqual(['DeniedRequest', 'DeniedRequest', 0.1, 0.72]);
});

test('the header takes precedence over the plan, and the plan over the name', async () => {
  const mock = createMock();
  mock.use('NoPermission');
  const named = { parameters: { InstanceName: 'mock-SearchTimeout' } };
  expect(await outcomes(mock, 1, { ...named, headers: { 'x-mock-scenario': 'DeniedRequest' } })).toEqual([
    'DeniedRequest',
  ]);
  expect(await outcomes(mock, 1, named)).toEqual(['NoPermission']);
  mock.reset();
  expect(await outcomes(mock, 1, named)).toEqual(['SearchTimeout']);
});

test('a misspelt scenario is refused with the nearest name', async () => {
  const mock = createMock();
  const byHeader = await mock.respond(compareRequest({ headers: { 'x-mock-scenario': 'DeniedReqest' } }));
  expect(await outcomeOf(byHeader)).toBe('InvalidParameter');
  expect(byHeader.headers.get('x-semblance-detail')).toBe(
    'There is no scenario "DeniedReqest". Did you mean "DeniedRequest"?',
  );
  const byName = await mock.respond(compareRequest({ parameters: { InstanceName: 'mock-nothing-like-it' } }));
  expect(await outcomeOf(byName)).toBe('InvalidInstance');
});

test('steps carry delays, waiting times and details', async () => {
  const mock = createMock();
  mock.use([
    { scenario: 'DeniedRequest', retryAfterMs: 2500, delayMs: 40 },
    { scenario: 'NoPermission', accessDeniedDetail: { NoPermissionType: 'ExplicitDeny' } },
  ]);
  const start = performance.now();
  const denied = await mock.respond(compareRequest());
  expect(performance.now() - start).toBeGreaterThanOrEqual(35);
  expect(denied.headers.get('retry-after')).toBe('3');
  expect(denied.headers.get('x-acs-retry-after')).toBe('2500');
  expect(denied.headers.get('x-mock-scenario')).toBe('DeniedRequest');
  expect(denied.headers.get('x-simulated')).toBe('1');
  const refused = await mock.respond(compareRequest());
  expect(await refused.json()).toMatchObject({
    AccessDeniedDetail: {
      AuthAction: 'imagesearch:CompareSimilarByImage',
      AuthPrincipalDisplayName: 'anonymous',
      AuthPrincipalOwnerId: expect.any(String),
      AuthPrincipalType: 'SubUser',
      EncodedDiagnosticMessage: expect.stringMatching(/^[A-Za-z0-9+/]{20,}=*$/),
      NoPermissionType: 'ExplicitDeny',
      PolicyType: 'AccountLevelIdentityBasedPolicy',
    },
  });
});

test('success with the field of the public documentation is a scenario', async () => {
  const mock = createMock();
  mock.use('success-with-access-denied-detail');
  const response = await mock.respond(compareRequest());
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ Score: 0.72, AccessDeniedDetail: { AuthPrincipalType: 'SubUser' } });
});

test('times below 1 is a mistake', () => {
  expect(() => createMock().use({ scenario: 'success', times: 0 })).toThrow(RangeError);
});
