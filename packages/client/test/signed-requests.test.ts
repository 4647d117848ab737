import { createNonceStore, verify } from '@semblance/signing/verify';
import type { ReceivedRequest } from '@semblance/signing/verify';
import { createClient } from '@semblance/client';
import type { ClientOptions } from '@semblance/client';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { Recorded } from './fake-server.ts';

const permanent = { accessKeyId: 'testKey', accessKeySecret: 'testSecret' };
const temporary = { accessKeyId: 'testKey', accessKeySecret: 'testSecret', securityToken: 'testToken' };
const picture = new Uint8Array([0xff, 0xd8, 0xfb, 0xef, 0xbe, 0x20]);

function received({ method, target, headers, body }: Recorded): ReceivedRequest {
  return { method, target, headers: headers as Record<string, string>, body };
}

function check(request: ReceivedRequest, isTemporary: boolean): ReturnType<typeof verify> {
  const nowMs = Date.now();
  const key = { accessKeySecret: 'testSecret' };
  return verify(request, {
    nowMs,
    findKey: (id) => {
      if (id !== 'testKey') return undefined;
      return isTemporary ? { ...key, temporary: { securityToken: 'testToken', expiresAtMs: nowMs + 60_000 } } : key;
    },
    nonceStore: createNonceStore(),
  });
}

async function captured(options: Partial<ClientOptions>): Promise<Recorded[]> {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo instance/1', ...options });
  await client.compare(picture, picture);
  return [...server.requests];
}

const cases = (['V3', 'V1'] as const).flatMap((dialect) =>
  (['json', 'xml'] as const).flatMap((format) =>
    [permanent, temporary].map((credentials) => ({
      dialect,
      format,
      credentials,
      kind: 'securityToken' in credentials ? 'temporary' : 'permanent',
    })),
  ),
);

test.each(cases)(
  'the verifier accepts a request in $dialect, $format, $kind key',
  async ({ dialect, format, credentials }) => {
    const [request] = await captured({ dialect, format, credentials });
    if (request === undefined) throw new Error('no request arrived');
    const verification = await check(received(request), 'securityToken' in credentials);
    expect(verification).toMatchObject({
      ok: true,
      value: { dialect, action: 'CompareSimilarByImage', version: '2020-12-14' },
    });
    expect(request.form.get('PrimaryPicContent')).toBe(Buffer.from(picture).toString('base64'));
    expect(request.target).not.toMatch(/Signature|AccessKeyId/);
  },
);

test.each(['V3', 'V1'] as const)('one changed byte of the body is refused in %s', async (dialect) => {
  const [request] = await captured({ dialect, credentials: permanent });
  if (request === undefined) throw new Error('no request arrived');
  const body = Buffer.from(request.body);
  const position = body.indexOf('SecondaryPicContent=') + 'SecondaryPicContent='.length;
  body[position] = (body[position] ?? 0) + 1;
  const verification = await check({ ...received(request), body }, false);
  expect(verification).toMatchObject({ ok: false, failure: { code: 'SignatureDoesNotMatch' } });
});

test('one changed character of a signed header is refused', async () => {
  const [request] = await captured({ credentials: permanent });
  if (request === undefined) throw new Error('no request arrived');
  const headers = { ...(request.headers as Record<string, string>), 'x-acs-version': '2020-12-15' };
  expect(await check({ ...received(request), headers }, false)).toMatchObject({
    ok: false,
    failure: { code: 'SignatureDoesNotMatch' },
  });
});

test('unsigned requests add no headers, so browsers send them without a preflight request', async () => {
  const [request] = await captured({});
  expect(
    Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-') || name === 'authorization'),
  ).toEqual([]);
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
});
