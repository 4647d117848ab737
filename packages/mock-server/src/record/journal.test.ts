import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import '../../exports/vitest.ts';
import { compareRequest, endpoint, validParameters } from '../../test/compare-request.ts';
import { assertReceived } from './received.ts';
import { createMock } from '../mock/mock.ts';
import { describeEntry } from './describe-entry.ts';

test('an exchange is described without its pictures and credentials', async () => {
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
  expect(text.length).toBeLessThan(2500);
  expect(entry === undefined ? '' : describeEntry(entry)).toBe(
    '#1 POST CompareSimilarByImage demoinstance1 png 100×100 | png 100×100 → 200 score 0.72',
  );
});

test.each(['never-answers', 'connection-reset', 'slow-dribble'] as const)(
  'an answer that met %s is not described as received',
  async (fault) => {
    const mock = createMock({ seed: 1 });
    mock.use(fault);
    void mock.respond(compareRequest()).catch(() => undefined);
    await expect.poll(() => mock.journal.entries().length).toBe(1);
    const [entry] = mock.journal.entries();
    expect(entry === undefined ? '' : describeEntry(entry)).toMatch(new RegExp(`→ 200 score 0\\.72, ${fault}$`));
    expect(JSON.stringify(mock.journal.toHar())).toContain(`Score 0.72, ${fault}`);
  },
);

test('the oldest entries are dropped', async () => {
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

test('an HTTP archive has query, form, body and timings for viewers', async () => {
  const mock = createMock({ now: () => Date.UTC(2026, 0, 9) });
  mock.use({ scenario: 'delay-20' });
  await mock.respond(compareRequest({ url: `${endpoint}?RegionId=a%26b&Signature=c2VjcmV0` }));
  await mock.respond(new Request(`${endpoint}?Action=CompareSimilarByImage`));
  const { log } = mock.journal.toHar();
  const [post, get] = log.entries;
  expect(log).toMatchObject({ version: '1.2', pages: [] });
  expect(post).toMatchObject({
    startedDateTime: '2026-01-09T00:00:00.000Z',
    request: {
      method: 'POST',
      url: `${endpoint}?RegionId=a%26b&Signature=%5Bleft+out%5D`,
      queryString: [
        { name: 'RegionId', value: 'a&b' },
        { name: 'Signature', value: '[left out]' },
      ],
      postData: {
        params: expect.arrayContaining([
          { name: 'InstanceName', value: 'demoinstance1' },
          { name: 'PrimaryPicContent', value: '[png 100×100]' },
        ]),
        text: expect.stringContaining('InstanceName=demoinstance1&PrimaryPicContent=%5Bpng+100%C3%97100%5D'),
      },
    },
    response: { status: 200, content: { comment: 'Score 0.72', text: expect.stringContaining('"Score":0.72') } },
  });
  expect(post?.time).toBeGreaterThan(20);
  expect(post?.time).toBe((post?.timings.send ?? 0) + (post?.timings.wait ?? 0) + (post?.timings.receive ?? 0));
  expect(get?.request).not.toHaveProperty('postData');
  expect(JSON.stringify(log).length).toBeLessThan(5000);
});

test('an archive has addresses and forms in the order they were sent, encoded as browsers do, so that what replays it finds them', async () => {
  const mock = createMock();
  const query = 'Version=2020-12-14&Action=CompareSimilarByImage&InstanceName=mock-DeniedRequest';
  const form = 'Version=2020-12-14&InstanceName=a%26b%2Bc&Action=CompareSimilarByImage';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await mock.respond(new Request(`${endpoint}?${query}`));
  await mock.respond(new Request(endpoint, { method: 'POST', body: form, headers }));
  const [get, post] = mock.journal.toHar().log.entries;
  expect(get?.request['url']).toBe(`${endpoint}?${query}`);
  expect(post?.request['postData']).toMatchObject({ text: form });
});

test('what was sent twice is in the archive twice, each where it was sent', async () => {
  const mock = createMock();
  const query = 'InstanceName=one&Action=CompareSimilarByImage&InstanceName=two';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await mock.respond(new Request(`${endpoint}?${query}`, { method: 'POST', body: 'InstanceName=three', headers }));
  const [entry] = mock.journal.toHar().log.entries;
  expect(entry?.request['url']).toBe(`${endpoint}?${query}`);
  expect(entry?.request['postData']).toMatchObject({ text: 'InstanceName=three' });
});

test('the archive names the version of the package', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as object;
  expect(manifest).toMatchObject({ version: createMock().journal.toHar().log.creator.version });
});
