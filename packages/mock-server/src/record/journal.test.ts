import { expect, test } from 'vitest';
import '../../exports/vitest.ts';
import { compareRequest, outcomeOf, validParameters } from '../../test/compare-request.ts';
import { assertReceived } from './received.ts';
import { createMock } from '../mock.ts';
import { recordCase } from './recorded-case.ts';
import type { RecordedCase } from './recorded-case.ts';
import { describeEntry } from './describe-entry.ts';

test('an exchange is described, its pictures and credentials are not kept', async () => {
  const mock = createMock({ seed: 1 });
  const parameters = { AccessKeyId: 'caller', Signature: 'c2VjcmV0LXNpZ25hdHVyZQ==' };
  await mock.respond(compareRequest({ parameters, headers: { authorization: 'secret', 'user-agent': 'test' } }));
  const [entry] = mock.journal.entries();
  expect(entry).toMatchObject({
    number: 1,
    method: 'POST',
    action: 'CompareSimilarByImage',
    accessKeyId: 'caller',
    instanceName: 'demoinstance1',
    primary: { kind: 'picture', format: 'png', width: 100, height: 100, bytes: expect.any(Number) },
    reply: { status: 200, code: 0, score: 0.72 },
  });
  const text = JSON.stringify(entry);
  expect(text).not.toContain('secret');
  expect(text).not.toContain('c2VjcmV0');
  expect(text).not.toContain(validParameters['PrimaryPicContent']?.slice(0, 40));
  expect(text.length).toBeLessThan(2000);
  expect(entry === undefined ? '' : describeEntry(entry)).toBe(
    '#1 POST CompareSimilarByImage demoinstance1 png 100×100 | png 100×100 → 200 score 0.72',
  );
});

test('the oldest entries give way', async () => {
  const mock = createMock({ maxJournalEntries: 2 });
  for (let call = 0; call < 3; call += 1) await mock.respond(compareRequest());
  expect(mock.journal.entries().map(({ number }) => number)).toEqual([2, 3]);
  mock.journal.clear();
  expect(mock.journal.entries()).toEqual([]);
});

test('matchers for vitest', async () => {
  const mock = createMock();
  expect(mock).not.toHaveReceived();
  mock.use([{ scenario: 'DeniedRequest', times: 2 }]);
  for (let call = 0; call < 3; call += 1) await mock.respond(compareRequest());
  expect(mock).toHaveReceived({ code: 'DeniedRequest', instanceName: /^demo/ });
  expect(mock).toHaveReceivedTimes(2, { code: 'DeniedRequest' });
  expect(mock).toHaveReceivedTimes(1, { status: 200, primary: { width: 100, bytes: (bytes: number) => bytes > 1000 } });
  expect(mock).toHaveReceived({ reply: { score: expect.closeTo(0.72) } });
  expect(mock).not.toHaveReceived({ code: 'NoPermission' });
  expect(() => expect(mock).toHaveReceived({ code: 'NoPermission' })).toThrow(
    /at least one request like \{"code":"NoPermission"\}, but 0 of 3 matched\.\nReceived:\n {2}#1 POST .* → 403 DeniedRequest/,
  );
  expect(() => expect(mock).not.toHaveReceived({ status: 200 })).toThrow(/not to have received/);
});

test('an assertion for runners without matchers', async () => {
  const mock = createMock();
  await mock.respond(compareRequest());
  assertReceived(mock, { code: 0 }, 1);
  expect(() => assertReceived(mock, { code: 0 }, 2)).toThrow(/2 requests/);
});

test('an HTTP archive describes pictures instead of holding them', async () => {
  const mock = createMock({ now: () => Date.UTC(2026, 0, 9) });
  await mock.respond(compareRequest());
  const har = mock.journal.toHar();
  expect(har.log.version).toBe('1.2');
  expect(har.log.entries[0]).toMatchObject({
    startedDateTime: '2026-01-09T00:00:00.000Z',
    request: {
      method: 'POST',
      postData: { params: expect.arrayContaining([{ name: 'PrimaryPicContent', value: '[png 100×100]' }]) },
    },
    response: { status: 200, content: { comment: 'Score 0.72' } },
  });
  expect(JSON.stringify(har).length).toBeLessThan(3000);
});

test('recorded exchanges are replayed to the letter', async () => {
  const service = createMock({ scoring: 0.333 });
  const request = compareRequest();
  const response = await service.respond(request.clone());
  const recorded = await recordCase(request, response);
  const cases = JSON.parse(JSON.stringify([recorded])) as RecordedCase[];
  const mock = createMock({ replay: cases, scoring: 0.5 });
  const replayed = await mock.respond(compareRequest());
  expect(await replayed.text()).toBe(await response.text());
  expect(replayed.headers.get('content-type')).toBe('application/json;charset=utf-8');
  expect(replayed.headers.get('x-acs-request-id')).toBe(response.headers.get('x-acs-request-id'));
  const other = compareRequest({ parameters: { PrimaryPicContent: validParameters['SecondaryPicContent'] } });
  expect(await outcomeOf(await mock.respond(other))).toBe(0.5);
  mock.use('DeniedRequest');
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe('DeniedRequest');
});
