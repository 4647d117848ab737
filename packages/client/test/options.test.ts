import { createClient } from '@semblance/client';
import * as nodeEntry from '@semblance/client/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';

const base = { endpoint: 'http://127.0.0.1:1', instanceName: 'demo' };
const key = { accessKeyId: 'k', accessKeySecret: 's' };

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((variable) => /^(?:ALIBABA_CLOUD|SEMBLANCE)_/.test(variable)))
    vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

test.each<[options: unknown, message: RegExp]>([
  [undefined, /"endpoint" is missing/],
  [{}, /"endpoint" is missing/],
  [null, /options have to be an object, not null/],
  ['http://127.0.0.1', /options have to be an object, not this text/],
  [{ endpoint: base.endpoint }, /"instanceName" is missing/],
  [{ ...base, instanceName: '' }, /"instanceName" has to be a text that is not empty/],
  [{ ...base, instanceName: 'a'.repeat(21) }, /"instanceName" may have 20 characters, not 21/],
  [{ ...base, intanceName: 'demo' }, /no option "intanceName"\. Did you mean "instanceName"\?/],
  [{ ...base, timeout: 3 }, /no option "timeout"/],
  [{ ...base, RegionId: 'x' }, /no option "RegionId"/],
  [
    { ...base, retry: { attempts: 3 } },
    /no option "retry\.attempts"\. Did you mean "retry\.maxAttempts"\?|There are: maxAttempts/,
  ],
  [{ ...base, retry: { maxAttempts: -1 } }, /"retry\.maxAttempts" has to be a whole number above 0, not -1/],
  [{ ...base, retry: { maxAttempts: 1.5 } }, /"retry\.maxAttempts" has to be a whole number/],
  [{ ...base, retry: { baseDelayMs: -5 } }, /"retry\.baseDelayMs" has to be a number, 0 or more, not -5/],
  [{ ...base, retry: true }, /"retry" has to be an object/],
  [{ ...base, retry: { maxAttempts: 1, baseDelayMs: 5 } }, /has no effect: with a single attempt/],
  [{ ...base, attemptTimeoutMs: -1 }, /"attemptTimeoutMs" has to be a number above 0, not -1/],
  [{ ...base, totalTimeoutMs: '5000' }, /"totalTimeoutMs" has to be a number above 0, not this text/],
  [{ ...base, totalTimeoutMs: Number.NaN }, /"totalTimeoutMs" has to be a number above 0, not NaN/],
  [{ ...base, attemptTimeoutMs: 90_000 }, /"attemptTimeoutMs" has no effect: a call ends after 60000 ms/],
  [{ ...base, maxConcurrency: 0 }, /"maxConcurrency" has to be a whole number above 0/],
  [{ ...base, dialect: 'V2', credentials: key }, /"dialect" has to be one of "V3", "V1"/],
  [{ ...base, dialect: 'V1' }, /"dialect" has no effect: nothing is signed/],
  [{ ...base, serviceType: 'fabrics' }, /"serviceType" has to be one of "product"/],
  [{ ...base, credentials: { accessKeyId: 'k' } }, /"credentials" lacks "accessKeySecret"/],
  [{ ...base, credentials: { accessKeySecret: 'secret' } }, /"credentials" lacks "accessKeyId"/],
  [{ ...base, credentials: null }, /"credentials" lacks "accessKeyId"/],
  [{ ...base, transfer: { mode: 'inline', inlineMaxBytes: 5 } }, /"transfer\.inlineMaxBytes" has no effect/],
  [{ ...base, transfer: { mode: 'inline', regionId: 'x' } }, /has no effect: nothing is uploaded inline/],
  [
    { ...base, hooks: { attemptStart: () => {} } },
    /no option "hooks\.attemptStart"\. Did you mean "hooks\.attemptStarted"\?/,
  ],
  [{ ...base, headers: { authorization: 'x' } }, /"headers" cannot set "authorization"/],
  [{ ...base, headers: { 'x-acs-date': 'x' } }, /"headers" cannot set "x-acs-date"/],
  [{ ...base, headers: { 'x-a': 'a\r\nb: c' } }, /"headers" cannot send "x-a": a header is one line of Latin letters/],
  [{ ...base, headers: { 'x a': 'b' } }, /"headers" cannot send "x a": a header is one line/],
  [{ ...base, headers: { 'x-team': '图片' } }, /"headers" cannot send "x-team"/],
  [{ ...base, headers: { 'x-a': 5 } }, /"headers\.x-a" has to be a text/],
  [{ ...base, fit: true }, /"fit" is one of createClient from @semblance\/client\/node/],
  [{ ...base, proxy: 'http://p:1' }, /"proxy" is one of createClient from @semblance\/client\/node/],
])('createClient(%j) is refused', (options, message) => {
  const make = (): unknown => createClient(options as never);
  expect(make).toThrow(message);
  expect(make).toThrow(expect.objectContaining({ code: 'ConfigurationInvalid' }));
});

test('no secret is repeated', () => {
  const make = (): unknown => createClient({ ...base, credentials: { accessKeySecret: 'top secret' } } as never);
  expect(make).not.toThrow(/top secret/);
  expect(() => createClient({ ...base, dialect: 'top secret' } as never)).not.toThrow(/top secret/);
});

test('undefined counts as omitted, and names of scenarios may be long', () => {
  expect(createClient({ ...base, retry: undefined, dialect: undefined, fit: undefined } as never)).toBeDefined();
  expect(createClient({ ...base, instanceName: 'mock-InvalidSecondaryPicContent' })).toBeDefined();
});

test.each<[string, (client: ReturnType<typeof createClient>) => Promise<unknown>, RegExp]>([
  [
    'compare(a)',
    (client) => client.compare(new Uint8Array([1]), undefined as never),
    /needs two pictures; the secondary one is missing/,
  ],
  ['compare()', (client) => (client.compare as unknown as () => Promise<unknown>)(), /the primary one is missing/],
  ['compare(a, b, null)', (client) => client.compare('', '', null as never), /options have to be an object, not null/],
  [
    'a misspelt option',
    (client) => client.compare('', '', { sigal: undefined } as never),
    /no option "sigal"\. Did you mean "signal"\?/,
  ],
  [
    'a negative time',
    (client) => client.compare('', '', { attemptTimeoutMs: -1 }),
    /"attemptTimeoutMs" has to be a number above 0/,
  ],
  [
    'a long name',
    (client) => client.compare('', '', { instanceName: 'a'.repeat(30) }),
    /may have 20 characters, not 30/,
  ],
  ['check()', (client) => (client.check as unknown as () => Promise<unknown>)(), /needs a picture/],
  [
    'a wrong role',
    (client) => client.check('', { picture: 'first' as never }),
    /"picture" has to be one of "primary", "secondary"/,
  ],
  ['no pairs', (client) => client.compareMany(null as never).next(), /needs pairs to iterate over/],
  [
    'no bound',
    (client) => client.compareMany([], { concurrency: 0 }).next(),
    /"concurrency" has to be a whole number above 0/,
  ],
])('%s is refused', async (_name, call, message) => {
  await expect(call(createClient(base))).rejects.toThrow(message);
  await expect(call(createClient(base))).rejects.toMatchObject({ code: 'ConfigurationInvalid' });
});

test('an invalid pair is a failed pair and does not end the loop', async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ ...base, endpoint: server.endpoint });
  const pairs = [
    null,
    { primary: new Uint8Array([1]) },
    { primary: new Uint8Array([1]), secondary: new Uint8Array([1]) },
  ];
  const outcomes: boolean[] = [];
  for await (const { ok } of client.compareMany(pairs as never)) outcomes.push(ok);
  expect(outcomes).toEqual([false, false, true]);
});

test.each<[picture: unknown, message: RegExp]>([
  [null, /^The primary picture: null is no picture; bytes/],
  [5, /^The primary picture: 5 is no picture/],
  [{}, /^The primary picture: bytes, a Blob, a stream or Base64 text is needed/],
  [() => null, /^The primary picture: null is no picture/],
  [[1, 2], /^The primary picture: bytes, a Blob, a stream/],
])('%s is refused with a message of this package', async (picture, message) => {
  const client = createClient(base);
  await expect(client.compare(picture as never, new Uint8Array([1]))).rejects.toMatchObject({
    code: 'PictureInputInvalid',
    message: expect.stringMatching(message),
  });
});

test('the Node entry takes omitted options from the environment', async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  expect(() => nodeEntry.createClient()).toThrow(
    /"endpoint" is missing, and so is the environment variable SEMBLANCE_ENDPOINT/,
  );
  vi.stubEnv('SEMBLANCE_ENDPOINT', server.endpoint);
  expect(() => nodeEntry.createClient()).toThrow(
    /"instanceName" is missing, and so is the environment variable SEMBLANCE_INSTANCE/,
  );
  vi.stubEnv('SEMBLANCE_INSTANCE', 'shoes');
  vi.stubEnv('SEMBLANCE_ACCESS_KEY_ID', 'id');
  expect(() => nodeEntry.createClient()).toThrow(/half a key: SEMBLANCE_ACCESS_KEY_SECRET is missing/);
  vi.stubEnv('SEMBLANCE_ACCESS_KEY_SECRET', 'secret');
  await nodeEntry.createClient().compare(new Uint8Array([1]), new Uint8Array([2]));
  await nodeEntry
    .createClient({ credentials: false, instanceName: 'bags' })
    .compare(new Uint8Array([1]), new Uint8Array([2]));
  expect(server.requests.map(({ form }) => form.get('InstanceName'))).toEqual(['shoes', 'bags']);
  expect(server.requests.map(({ headers }) => headers['authorization']?.split(',')[0])).toEqual([
    'ACS3-HMAC-SHA256 Credential=id',
    undefined,
  ]);
});

test("the cloud's own variables concern servers elsewhere only", async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'id');
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'secret');
  await nodeEntry
    .createClient({ ...base, endpoint: server.endpoint })
    .compare(new Uint8Array([1]), new Uint8Array([2]));
  expect(server.requests[0]?.headers['authorization']).toBeUndefined();
  expect(nodeEntry.createClient({ ...base, endpoint: 'imagesearch.cn-shanghai.aliyuncs.com' })).toBeDefined();
});

test.each<[options: object, message: RegExp]>([
  [{ fit: { maxBites: 5 } }, /no option "fit\.maxBites"\. Did you mean "fit\.maxBytes"\?/],
  [{ fit: 'yes' }, /"fit" has to be an object/],
  [{ proxy: 'http://p:1', fetch }, /"proxy" has no effect/],
  [{ fit: true, prepare: async (bytes: Uint8Array) => ({ bytes, adjustments: [] }) }, /"fit" has no effect/],
])('the Node entry refuses %j', (options, message) => {
  expect(() => nodeEntry.createClient({ ...base, ...options } as never)).toThrow(message);
});
