import { createClient, isApiError, isUploadError } from '@semblance/client';
import type { ClientOptions } from '@semblance/client';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { FakeServer, Recorded, Reply, Responder } from './fake-server.ts';

const first = new Uint8Array(5000).map((_, index) => index % 251);
/** Ends in a line break and contains text like a delimiter. */
const second = Buffer.from('--semblance-\r\n--\r\n'.repeat(9));

/** Store and service on one port, as in an engine. */
function service(answers: { authorize?: Responder; post?: Responder; compare?: Responder } = {}): Responder {
  let objects = 0;
  return async (request, response, index) => {
    const action = request.query.get('Action') ?? request.headers['x-acs-action'];
    if (request.headers['content-type']?.startsWith('multipart/'))
      return (await answers.post?.(request, response, index)) ?? { status: 201 };
    if (action !== 'AuthorizeFileUpload')
      return answers.compare === undefined ? exampleReply('success') : answers.compare(request, response, index);
    const reply = await answers.authorize?.(request, response, index);
    objects += 1;
    return reply ?? authorization(request, objects);
  };
}

function authorization(request: Recorded, object: number): Reply {
  const [bucket = '', ...rest] = (request.headers.host ?? '').split('.');
  const body = {
    RequestId: 'ID',
    AccessKeyId: 'upload-key',
    Bucket: bucket,
    Endpoint: rest.join('.'),
    EncodedPolicy: 'cG9saWN5',
    Signature: 'c2ln',
    ObjectKey: `imagesearch/object${object}`,
    UseAccelerate: false,
  };
  return { status: 200, body: JSON.stringify(body) };
}

function clientFor(server: FakeServer, options: Partial<ClientOptions> = {}): ReturnType<typeof createClient> {
  const retry = { baseDelayMs: 1, maxDelayMs: 2 };
  return createClient({
    endpoint: server.endpoint,
    instanceName: 'demo',
    retry,
    transfer: { mode: 'upload' },
    ...options,
  });
}

function uploads(server: FakeServer): Recorded[] {
  return server.requests.filter(({ headers }) => headers['content-type']?.startsWith('multipart/'));
}

/** Reads with the platform's own multipart parser, which shares no code with the writer. */
async function parsed({ headers, body }: Recorded): Promise<FormData> {
  return new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
}

test('both pictures are uploaded byte by byte, and their addresses are compared', async () => {
  await using server = await fakeServer(service());
  const comparison = await clientFor(server).compare(first, second);
  expect(comparison.transfer).toBe('upload');
  const forms = await Promise.all(uploads(server).map(parsed));
  const files = await Promise.all(
    forms.map(
      async (form) => [String(form.get('key')), Buffer.from(await (form.get('file') as File).arrayBuffer())] as const,
    ),
  );
  const byKey = new Map(files);
  const host = new URL(server.endpoint).host;
  const compared = server.requests.at(-1)?.form;
  expect(byKey.get(String(compared?.get('PrimaryPicContent')).replace(`http://${host}/`, ''))).toEqual(
    Buffer.from(first),
  );
  expect(byKey.get(String(compared?.get('SecondaryPicContent')).replace(`http://${host}/`, ''))).toEqual(second);
  expect([...(forms[0]?.keys() ?? [])]).toEqual([
    'OSSAccessKeyId',
    'policy',
    'Signature',
    'key',
    'success_action_status',
    'file',
  ]);
  expect(forms[0]?.get('success_action_status')).toBe('201');
  expect(uploads(server)[0]?.headers['content-length']).toBe(String(uploads(server)[0]?.body.length));
});

test.each(['V3', 'V1'] as const)('the authorisation is a signed GET in %s', async (dialect) => {
  await using server = await fakeServer(service());
  await clientFor(server, {
    dialect,
    credentials: { accessKeyId: 'k', accessKeySecret: 's' },
    transfer: { mode: 'upload', regionId: 'cn-shanghai' },
  }).compare(first, second);
  const [request] = server.requests;
  expect(request?.method).toBe('GET');
  expect([request?.query.get('Product'), request?.query.get('RegionId')]).toEqual(['ImageSearch', 'cn-shanghai']);
  expect(dialect === 'V3' ? request?.headers['x-acs-version'] : request?.query.get('Version')).toBe('2019-12-19');
  expect(uploads(server)[0]?.headers['authorization']).toBeUndefined();
});

test('the two uploads run at the same time', async () => {
  let waiting = 0;
  const release = Promise.withResolvers<void>();
  await using server = await fakeServer(
    service({
      post: async () => {
        waiting += 1;
        if (waiting === 2) release.resolve();
        await release.promise;
        return { status: 204 };
      },
    }),
  );
  await clientFor(server, { totalTimeoutMs: 3000 }).compare(first, second);
  expect(waiting).toBe(2);
});

test.each([
  ['small pictures stay inside', 40_000, 'inline'],
  ['large ones are uploaded', 3_500_000, 'upload'],
] as const)('auto: %s', async (_name, size, transfer) => {
  await using server = await fakeServer(service());
  const comparison = await clientFor(server, { transfer: {} }).compare(
    new Uint8Array(size).fill(255),
    new Uint8Array(size),
  );
  expect(comparison.transfer).toBe(transfer);
});

test('auto: the limit counts the escaped form, which may be three times as long as its Base64', async () => {
  await using server = await fakeServer(service());
  const slashes = new Uint8Array(3000).fill(255);
  const letters = new Uint8Array(3000);
  const client = clientFor(server, { transfer: { inlineMaxBytes: 10_000 } });
  expect((await client.compare(slashes, slashes)).transfer).toBe('upload');
  expect((await client.compare(letters, letters)).transfer).toBe('inline');
  expect(server.requests.at(-1)?.body.length).toBeLessThanOrEqual(10_000);
});

test('a failing store is retried, one that refuses is not', async () => {
  const code = (name: string): string =>
    `<?xml version="1.0"?><Error><Code>${name}</Code><Message>no</Message><RequestId>OSSID</RequestId></Error>`;
  await using stumbling = await fakeServer(
    service({
      post: (_request, _response, index) => (index < 4 ? { status: 503, body: code('InternalError') } : undefined),
    }),
  );
  await clientFor(stumbling).compare(first, second);
  expect(uploads(stumbling).length).toBeGreaterThan(2);
  await using refusing = await fakeServer(service({ post: () => ({ status: 403, body: code('AccessDenied') }) }));
  const error: unknown = await clientFor(refusing)
    .compare(first, second)
    .catch((thrown: unknown) => thrown);
  expect(isUploadError(error) && [error.wireCode, error.httpStatus, error.requestId, error.retryable]).toEqual([
    'AccessDenied',
    403,
    'OSSID',
    false,
  ]);
});

test('a refused or unreadable authorisation is an error', async () => {
  await using refusing = await fakeServer(service({ authorize: () => exampleReply('NoPermission') }));
  const refused: unknown = await clientFor(refusing)
    .compare(first, second)
    .catch((thrown: unknown) => thrown);
  expect(isApiError(refused) && refused.code).toBe('NoPermission');
  expect(String(refused)).toMatch(/AuthorizeFileUpload/);
  await using strange = await fakeServer(service({ authorize: () => ({ status: 200, body: '{"RequestId":"x"}' }) }));
  await expect(clientFor(strange).compare(first, second)).rejects.toMatchObject({
    code: 'AnswerUnreadable',
    reason: 'not-an-envelope',
  });
});

test('pictures used up by a lost answer are uploaded again, once', async () => {
  const seen: string[] = [];
  await using server = await fakeServer(
    service({
      compare: ({ form }, response) => {
        seen.push(form.get('PrimaryPicContent') ?? '');
        if (seen.length === 1) response.destroy();
        return seen.length === 1 ? undefined : exampleReply(seen.length === 2 ? 'PicNotExist' : 'success');
      },
    }),
  );
  expect((await clientFor(server).compare(first, second)).score).toBe(0.85);
  expect(seen[0]).toBe(seen[1]);
  expect(seen[2]).not.toBe(seen[1]);
  expect(uploads(server)).toHaveLength(4);
});

test('pictures that are never found are not uploaded endlessly', async () => {
  await using server = await fakeServer(service({ compare: () => exampleReply('PicNotExist') }));
  await expect(clientFor(server).compare(first, second)).rejects.toMatchObject({ code: 'PicNotExist' });
  expect(uploads(server)).toHaveLength(4);
});

test('when one picture is refused, the upload of the other is stopped', async () => {
  let closed = false;
  let posts = 0;
  await using server = await fakeServer(
    service({
      post: (_request, response) => {
        posts += 1;
        if (posts === 2) return { status: 403 };
        response.on('close', () => {
          closed = true;
        });
        return new Promise(() => {});
      },
    }),
  );
  await expect(clientFor(server).compare(first, second)).rejects.toMatchObject({ code: 'UploadRefused' });
  await expect.poll(() => closed).toBe(true);
});
