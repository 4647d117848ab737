import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRequest, endpoint, outcomeOf, validParameters } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import { makePicture } from '../scoring/make-picture.ts';
import { startMockServer } from '../server/start-mock-server.ts';
import { recordCase } from './recorded-case.ts';
import type { RecordedCase } from './recorded-case.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const pictures = [1, 2, 3].map((seed) => base64(makePicture({ seed })));
const asked = async (mock: Mock, parameters: Record<string, string>): Promise<string> =>
  (await mock.respond(compareRequest({ parameters }))).text();

/** Answers of a service by the pictures asked about, recorded. */
async function recordPairs(): Promise<{
  readonly cases: readonly RecordedCase[];
  readonly answers: readonly string[];
}> {
  await using service = await disposable(startMockServer());
  const mock = createMock();
  const recording = mock.record({ upstream: service.url });
  const answers: string[] = [];
  for (const primary of pictures) {
    for (const secondary of pictures)
      answers.push(await asked(mock, { PrimaryPicContent: primary, SecondaryPicContent: secondary }));
  }
  return { cases: recording.stop(), answers };
}

async function disposable<Server extends { readonly close: () => Promise<void> }>(
  starting: Promise<Server>,
): Promise<Server & AsyncDisposable> {
  const server = await starting;
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}

test('recorded exchanges are replayed unchanged', async () => {
  const service = createMock({ scoring: 0.333 });
  const request = compareRequest();
  const response = await service.respond(request.clone());
  const cases = JSON.parse(JSON.stringify([await recordCase(request, response)])) as RecordedCase[];
  const mock = createMock({ replay: cases, scoring: 0.5 });
  const replayed = await mock.respond(compareRequest());
  expect(await replayed.text()).toBe(await response.text());
  expect(replayed.headers.get('content-type')).toBe('application/json;charset=utf-8');
  expect(replayed.headers.get('x-acs-request-id')).toBe(response.headers.get('x-acs-request-id'));
  expect(mock.journal.entries()[0]?.reply).toMatchObject({ code: 0, score: 0.333 });
  mock.use('DeniedRequest');
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe('DeniedRequest');
});

test('the same contents get the same answer in any order', async () => {
  const { cases, answers } = await recordPairs();
  const mock = createMock({ replay: cases });
  const numbers = fc.uniqueArray(fc.nat(8), { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(numbers, async (order) => {
      for (const number of order) {
        const [primary, secondary] = [pictures[Math.floor(number / 3)] ?? '', pictures[number % 3] ?? ''];
        const folded = primary.replaceAll(/.{76}/g, '$&\r\n');
        expect(await asked(mock, { PrimaryPicContent: folded, SecondaryPicContent: secondary })).toBe(answers[number]);
      }
    }),
    { numRuns: 10 },
  );
});

test('a miss is reported with the difference to the nearest case', async () => {
  const { cases } = await recordPairs();
  const mock = createMock({ replay: cases });
  const other = { InstanceName: 'other', PrimaryPicContent: pictures[0] ?? '', SecondaryPicContent: pictures[1] ?? '' };
  const response = await mock.respond(compareRequest({ parameters: other }));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    Code: 'ReplayMiss',
    Message:
      'Nothing was recorded for this request; there are 9 cases. The nearest, number 2, has instanceName demoinstance1 instead of other.',
  });
  expect(mock.journal.find({ code: 'ReplayMiss' })).toHaveLength(1);
  expect((await createMock({ replay: [] }).respond(compareRequest())).status).toBe(404);
});

test('undecodable contents are distinguished', async () => {
  const recorded = await Promise.all(
    ['!!', '??'].map((content) => {
      const request = compareRequest({ parameters: { PrimaryPicContent: content } });
      return recordCase(request, new Response(`{"Code":"${content}"}`, { status: 400 }));
    }),
  );
  const mock = createMock({ replay: recorded });
  expect(await asked(mock, { PrimaryPicContent: '!!' })).toContain('!!');
  expect(await asked(mock, { PrimaryPicContent: '??' })).toContain('??');
});

test('a recording contains digests and replies, no keys, and pictures only on request', async () => {
  const accessKey = { accessKeyId: 'upstream-key', accessKeySecret: 'upstream-secret' };
  await using service = await disposable(
    startMockServer({ signature: 'strict', accessKeys: { 'upstream-key': { accessKeySecret: 'upstream-secret' } } }),
  );
  const mock = createMock();
  const seen: RecordedCase[] = [];
  const recording = mock.record({ upstream: service.url, accessKey, onCase: (recorded) => seen.push(recorded) });
  const answer = await mock.respond(
    compareRequest({ parameters: { AccessKeyId: 'caller-key', Signature: 'caller-signature' } }),
  );
  expect(await outcomeOf(answer)).toBe(0.72);
  expect(service.journal.entries()[0]).toMatchObject({ accessKeyId: 'upstream-key', signature: { ok: true } });
  expect(recording.cases()).toEqual(seen);
  expect(seen[0]?.request).toMatchObject({ primary: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string });
  const text = JSON.stringify(seen);
  for (const secret of ['caller', 'upstream-', validParameters['PrimaryPicContent']?.slice(0, 40)])
    expect(text).not.toContain(secret);
  mock.record({ upstream: service.url, accessKey, pictures: true, onCase: (recorded) => seen.push(recorded) });
  await mock.respond(compareRequest());
  expect(seen[1]?.pictures?.primary).toBe(validParameters['PrimaryPicContent']);
});

test('uploads stay the mock’s own: upstream and recording get the file', async () => {
  await using service = await disposable(startMockServer());
  const mock = createMock();
  const recording = mock.record({ upstream: service.url });
  const query = 'Action=AuthorizeFileUpload&Version=2019-12-19&Format=JSON&Product=ImageSearch';
  const allowed = (await (await mock.respond(new Request(`${endpoint}?${query}`))).json()) as Record<string, string>;
  const form = new FormData();
  for (const [name, field] of [
    ['OSSAccessKeyId', 'AccessKeyId'],
    ['policy', 'EncodedPolicy'],
    ['Signature', 'Signature'],
    ['key', 'ObjectKey'],
  ] as const)
    form.append(name, allowed[field] ?? '');
  form.append('file', new Blob([Buffer.from(validParameters['PrimaryPicContent'] ?? '', 'base64')]));
  const host = `${allowed['Bucket']}.${allowed['Endpoint']}`;
  expect((await mock.respond(new Request(`https://${host}/`, { method: 'POST', body: form }))).status).toBe(204);
  const address = `http://${host}/${allowed['ObjectKey']}`;
  expect(await asked(mock, { PrimaryPicContent: address })).toContain('"Score":0.72');
  await mock.respond(compareRequest());
  const [uploaded, inline] = recording.stop();
  expect(uploaded?.request).toEqual(inline?.request);
});

test('an upstream that does not answer is reported, and nothing is recorded', async () => {
  const mock = createMock();
  const gone = await startMockServer();
  const { url } = gone;
  await gone.close();
  const recording = mock.record({ upstream: url });
  const response = await mock.respond(compareRequest());
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    Code: 'UpstreamUnreachable',
    Message: expect.stringContaining(`${url} did not answer (ECONNREFUSED)`) as string,
  });
  expect(recording.stop()).toEqual([]);
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe(0.72);
  expect(() => mock.record({ upstream: 'not an address' })).toThrow(/upstream "not an address"/);
});
