import fc from 'fast-check';
import { makePicture } from '@semblance/mock-server/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizeCall, callApi, upload } from './src/sdk-flow.ts';
import type { FlowTarget, RequestShape } from './src/sdk-flow.ts';
import { startEngineTarget, startMockTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let targets: Readonly<Record<string, Target>>;
beforeAll(async () => {
  targets = { mock: await startMockTarget(), engine: await startEngineTarget() };
}, 120_000);
afterAll(() => Promise.all(Object.values(targets).map(({ stop }) => stop())));

const [picture, other] = [makePicture(), makePicture({ seed: 2 })];

const userAgents = {
  node: 'AlibabaCloud (linux; x64) Node.js/v26.10.0 Core/1.0.1 TeaDSL/2',
  python: 'AlibabaCloud (linux; x86_64) Python/3.11.2 Core/0.4.4 TeaDSL/2',
  go: 'AlibabaCloud (linux; amd64) Golang/1.22.2 Core/0.01 TeaDSL/1',
} as const;

/** Whose form it is decides how it ends: none, one or two line breaks after the file. */
const forms = fc.constantFrom(
  { lineBreaks: 0, userAgent: userAgents.node },
  { lineBreaks: 1, userAgent: userAgents.python },
  { lineBreaks: 1, userAgent: undefined },
  { lineBreaks: 2, userAgent: userAgents.go },
) satisfies fc.Arbitrary<Pick<RequestShape, 'lineBreaks' | 'userAgent'>>;

const keys = fc.constantFrom(
  { accessKeyId: 'conformance', accessKeySecret: 'conformance-secret' },
  { accessKeyId: 'temporary', accessKeySecret: 'temporary-secret', securityToken: 'conformance-token' },
);

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Headers that HTTP stacks add, or SDKs sign, beside the protocol's own. */
const extras = fc.subarray([
  ['accept', 'application/json'],
  ['user-agent', userAgents.python],
  ['x-acs-credentials-provider', 'static_ak'],
  ['x-sdk-client', 'python/2.16.0'],
  ['accept-encoding', 'gzip, deflate'],
  ['content-md5', '1B2M2Y8AsgTpgAmY7PhCfg=='],
] as const);

const shapes: fc.Arbitrary<RequestShape> = fc
  .record({
    dialect: fc.constantFrom('V3' as const, 'V1' as const),
    placement: fc.constantFrom('all-in-body' as const, 'common-in-query' as const, 'all-in-query' as const),
    chunked: fc.boolean(),
    key: keys,
    signed: extras,
    unsigned: extras,
    order: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }),
    format: fc.constantFrom(undefined, 'JSON' as const),
    form: forms,
    statusLast: fc.boolean(),
    boundary: fc.oneof(
      digits(14),
      digits(12).map((text) => `boundary${text}`),
    ),
  })
  .map(({ signed, unsigned, form, ...rest }) => {
    const signedNames = new Set(signed.map(([name]) => name as string));
    // What begins with x-acs- is always signed, and nothing is sent twice.
    const free = unsigned.filter(([name]) => !signedNames.has(name) && !name.startsWith('x-acs-'));
    return { ...rest, ...form, signedExtra: Object.fromEntries(signed), unsignedExtra: Object.fromEntries(free) };
  });

/** Authorise, upload, compare by address: the reply, or the first refusal on the way. */
async function compareByUpload(target: FlowTarget, shape: RequestShape): Promise<string> {
  const uploaded = await upload(target, shape, picture);
  if ('refusal' in uploaded) return uploaded.refusal.body;
  const parameters = [
    ['InstanceName', 'demoinstance1'],
    ['PrimaryPicContent', uploaded.address],
    ['SecondaryPicContent', Buffer.from(picture).toString('base64')],
  ] as const;
  const call = { method: 'POST', action: 'CompareSimilarByImage', version: '2020-12-14', parameters } as const;
  return (await callApi(target, shape, call)).body;
}

async function compareByBase64(target: FlowTarget, shape: RequestShape, method: 'GET' | 'POST'): Promise<string> {
  const parameters = [
    ['InstanceName', 'demoinstance1'],
    ['PrimaryPicContent', Buffer.from(picture).toString('base64')],
    ['SecondaryPicContent', Buffer.from(other).toString('base64')],
  ] as const;
  // A V3 client puts parameters in the query on GET only, and pictures do not fit there.
  const used = shape.dialect === 'V3' ? 'POST' : method;
  const call = { method: used, action: 'CompareSimilarByImage', version: '2020-12-14', parameters } as const;
  return (await callApi(target, shape, call)).body;
}

const runs = { numRuns: 40, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false } as const;

test.each(['mock', 'engine'])(
  'no request that an SDK can send is refused by the %s, and uploads arrive byte for byte',
  async (name) => {
    const port = targets[name]?.ports.guarded ?? 0;
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.boolean(),
        fc.constantFrom('GET' as const, 'POST' as const),
        async (shape, tls, method) => {
          // Equal bytes, and nothing else, give the score 1.
          expect(await compareByUpload({ port, tls }, shape)).toMatch(/"Score":1,/);
          expect(await compareByBase64({ port, tls }, shape, method)).toMatch(/"Code":0/);
        },
      ),
      runs,
    );
  },
  180_000,
);

test.each(['mock', 'engine'])(
  'an upload whose Content-Type and Content-Length were added after signing passes the %s',
  async (name) => {
    const port = targets[name]?.ports.guarded ?? 0;
    await fc.assert(
      fc.asyncProperty(shapes, fc.constantFrom('application/octet-stream', 'text/plain'), async (shape, type) => {
        const added = { ...shape.unsignedExtra, 'content-type': type, 'content-length': '0' };
        const target = { port, tls: false };
        const reply = await callApi(
          target,
          { ...shape, dialect: 'V3', format: undefined, unsignedExtra: added },
          authorizeCall,
        );
        expect(reply.body).toContain('"ObjectKey"');
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);
