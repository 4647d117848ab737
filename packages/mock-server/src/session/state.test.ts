import { expect, test } from 'vitest';
import { compareRequest, outcomeOf } from '../../test/compare-request.ts';
import { makePicture } from '../scoring/make-picture.ts';
import { createMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import type { MockOptions } from '../mock/mock-options.ts';

function clockedMock(options: MockOptions): { mock: Mock; clock: { nowMs: number } } {
  const clock = { nowMs: Date.UTC(2026, 0, 9) };
  return { mock: createMock({ ...options, now: () => clock.nowMs }), clock };
}

async function outcome(mock: Mock, parameters: Record<string, string | undefined> = {}): Promise<string | number> {
  return outcomeOf(await mock.respond(compareRequest({ parameters })));
}

test('a rate limit is a bucket that refills', async () => {
  const { mock, clock } = clockedMock({ instances: { demoinstance1: { queriesPerSecond: 2 } } });
  expect([await outcome(mock), await outcome(mock), await outcome(mock)]).toEqual([0.72, 0.72, 'DeniedRequest']);
  const denied = await mock.respond(compareRequest());
  expect(denied.headers.get('x-acs-retry-after')).toBe('500');
  clock.nowMs += 500;
  expect([await outcome(mock), await outcome(mock)]).toEqual([0.72, 'DeniedRequest']);
});

test('a lifecycle passes through its stages by calls and by time', async () => {
  const { mock, clock } = clockedMock({
    instances: {
      demoinstance1: {
        lifecycle: [{ status: 'loading', calls: 2 }, { status: 'running', durationMs: 1000 }, { status: 'expired' }],
      },
    },
  });
  expect([await outcome(mock), await outcome(mock)]).toEqual(['InstanceStatusError', 'InstanceStatusError']);
  expect(await outcome(mock)).toBe(0.72);
  clock.nowMs += 999;
  expect(await outcome(mock)).toBe(0.72);
  clock.nowMs += 1;
  expect(await outcome(mock)).toBe('InstanceStatusError');
});

test('only a loading instance says when to retry', async () => {
  const mock = createMock({ instances: { demoinstance1: { status: 'loading' } } });
  expect((await mock.respond(compareRequest())).headers.get('retry-after')).toBe('2');
  mock.setInstance('demoinstance1', { status: 'suspended' });
  expect((await mock.respond(compareRequest())).headers.get('retry-after')).toBeNull();
});

test('instances can be listed, added, changed and removed', async () => {
  const mock = createMock({ instances: { demoinstance1: {} } });
  expect(await outcome(mock, { InstanceName: 'other' })).toBe('Console.InstanceNotFound');
  mock.setInstance('other', { serviceType: 'copyright' });
  expect(await outcome(mock, { InstanceName: 'other' })).toBe('UnsupportedInstanceType');
  mock.removeInstance('demoinstance1');
  expect(await outcome(mock)).toBe('Console.InstanceNotFound');
  expect(mock.instances()).toEqual([{ name: 'other', serviceType: 'copyright', status: 'running' }]);
});

test('a removed instance stays removed even if any name is an instance', async () => {
  const mock = createMock();
  expect(await outcome(mock)).toBe(0.72);
  mock.removeInstance('demoinstance1');
  expect(await outcome(mock)).toBe('Console.InstanceNotFound');
});

test('owners and policies refuse', async () => {
  const mock = createMock({ instances: { demoinstance1: { owners: ['key-a'] } } });
  expect(await outcome(mock)).toBe('Console.NoPermissionError');
  expect(await outcome(mock, { AccessKeyId: 'key-b' })).toBe('Console.NoPermissionError');
  expect(await outcome(mock, { AccessKeyId: 'key-a' })).toBe(0.72);
  mock.setInstance('demoinstance1', { owners: undefined, denied: { PolicyType: 'ControlPolicy' } });
  const refused = await mock.respond(compareRequest({ parameters: { AccessKeyId: 'key-c' } }));
  expect(await refused.json()).toMatchObject({
    Code: 'NoPermission',
    AccessDeniedDetail: { PolicyType: 'ControlPolicy', AuthPrincipalDisplayName: 'key-c' },
  });
});

test('the pixel range is that of the service type', async () => {
  const mock = createMock({ instances: { demoinstance1: { serviceType: 'fabric' } } });
  expect(await outcome(mock)).toBe('UnsupportedPicPixels');
  const big = Buffer.from(makePicture({ width: 448, height: 448 })).toString('base64');
  expect(await outcome(mock, { PrimaryPicContent: big, SecondaryPicContent: big })).toBe(1);
});

test('sessions are independent of each other', async () => {
  const mock = createMock({ instances: { demoinstance1: { queriesPerSecond: 1 } } });
  const call = async (headers: Record<string, string>, parameters = {}): Promise<string | number> =>
    outcomeOf(await mock.respond(compareRequest({ headers, parameters })));
  mock.session('left').use('NoPermission');
  expect(await call({ 'x-mock-session': 'left' })).toBe('NoPermission');
  expect(await call({ 'x-mock-session': 'right' })).toBe(0.72);
  expect(await call({ 'x-mock-session': 'right' })).toBe('DeniedRequest');
  expect(await call({})).toBe(0.72);
  expect(await call({}, { AccessKeyId: 'mock-session.left' })).toBe('NoPermission');
  expect(mock.session('left').journal.entries()).toHaveLength(2);
  expect(mock.session('right').journal.entries()).toHaveLength(2);
  expect(mock.journal.entries()).toHaveLength(1);
  mock.session('left').reset();
  expect(await call({ 'x-mock-session': 'left' })).toBe(0.72);
  expect(mock.sessions().toSorted()).toEqual(['', 'left', 'right']);
});
