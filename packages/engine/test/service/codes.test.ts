import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { isErrorCode } from '@semblance/spec/error-policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachOf } from '../../src/response/reach.ts';
import type { Engine } from '../../src/start-engine.ts';
import { call, key, pair, send, signedCall, type CallOptions, type Reply } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { startTestEngine } from './support/test-engine.ts';
import { issueAndUpload } from './support/upload.ts';

/** Codes that a test of this file has seen on the wire, with the status and message of the contract. */
const seen = new Set<string>();

/** The code of an answer, if status, message, headers and envelope are the contract's; otherwise what is wrong with it. */
function verdict({ status, headers, json }: Reply): string {
  const code = String(json['Code']);
  if (!isErrorCode(code)) return `${code} is no code of the contract`;
  const { httpStatus, message } = errorCatalog[code];
  if (status !== httpStatus) return `${code} with status ${status}`;
  if (json['Message'] !== message) return `${code} with the message ${String(json['Message'])}`;
  if (json['HostId'] !== '127.0.0.1') return `${code} with the HostId ${String(json['HostId'])}`;
  if (headers['x-acs-request-id'] !== json['RequestId']) return `${code} with another request id in its header`;
  if (headers['content-type'] !== 'application/json;charset=utf-8')
    return `${code} as ${String(headers['content-type'])}`;
  if (headers['x-simulated'] !== undefined) return `${code}, simulated`;
  seen.add(code);
  return code;
}

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const primary = (content: Buffer | string): Record<string, string> => ({
  ...pair,
  PrimaryPicContent: typeof content === 'string' ? content : content.toString('base64'),
});
const secondary = (content: Buffer | string): Record<string, string> => ({
  ...pair,
  SecondaryPicContent: typeof content === 'string' ? content : content.toString('base64'),
});
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(pair).filter(([field]) => field !== name));
/** A JPEG whose only segment says "turn me". */
const rotatedJpeg = Buffer.concat([
  Buffer.from('ffd8ffe1001e457869660000', 'hex'),
  Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex').subarray(0, 22),
  Buffer.from('ffc0000b08006400640101110000', 'hex').subarray(0, 13),
  Buffer.from('ffda0008010100003f00aaffd9', 'hex'),
]);

test('a good call is answered', async () => {
  const reply = await call(engine);
  expect(reply.json).toMatchObject({ Success: true, Code: 0, Msg: 'success' });
  expect(Object.keys(reply.json)).toEqual(['Score', 'Success', 'RequestId', 'Msg', 'Code']);
});

test('what the score means comes in a header, to callers that ask', async () => {
  const request = await signedCall(engine, pair);
  const asked = await send(engine, { ...request, headers: { ...request.headers, 'x-semblance-explain': '1' } });
  expect(asked.headers['x-semblance-explain']).toMatch(/^verdict=[a-z-]+; calibration=\S+$/);
  expect(Object.keys(asked.json)).toEqual(['Score', 'Success', 'RequestId', 'Msg', 'Code']);
  expect((await call(engine)).headers['x-semblance-explain']).toBeUndefined();
});

describe('what the caller did', () => {
  const cases: readonly (readonly [code: string, parameters: Record<string, string>, options?: CallOptions])[] = [
    ['UnsupportedOperationType', pair, { action: 'SearchImageByPic' }],
    ['InvalidVersion', pair, { version: '2019-03-25' }],
    ['MissingInstanceName', without('InstanceName')],
    ['EmptyMeta', { ...pair, InstanceName: '' }],
    ['InvalidInstance', { ...pair, InstanceName: 'x'.repeat(21) }],
    ['InvalidInstance', { ...pair, InstanceName: 'imagesearch-cn-12' }],
    ['InvalidInstance', { ...pair, InstanceName: 'a\u0007b' }],
    ['Console.InstanceNotFound', { ...pair, InstanceName: 'nowhere' }],
    ['Console.NoPermissionError', { ...pair, InstanceName: 'foreign' }],
    ['NoPermission', pair, { key: { accessKeyId: 'user', accessKeySecret: 'userSecret' } }],
    ['NoPermission', pair, { key: { accessKeyId: 'denied', accessKeySecret: 'deniedSecret' } }],
    ['InstanceStatusError', { ...pair, InstanceName: 'suspended' }],
    ['InstanceStatusError', { ...pair, InstanceName: 'expired' }],
    ['InstanceStatusError', { ...pair, InstanceName: 'draining' }],
    ['UnsupportedInstanceType', { ...pair, InstanceName: 'copyright' }],
    ['NoSpecifiedPic', without('PrimaryPicContent')],
    ['NoSpecifiedPic', secondary('')],
    ['InvalidPicUrl', primary('https://example.com/a.jpg')],
    ['InvalidPicUrl', primary('file:///etc/passwd')],
    ['InvalidPicUrl', primary(`http://user@127.0.0.1/imagesearch/${'0'.repeat(48)}`)],
    ['InvalidPrimaryPicContent', primary('data:image/png;base64,AAAA')],
    ['InvalidPrimaryPicContent', primary('_-_-')],
    ['InvalidSecondaryPicContent', secondary('####')],
    ['InvalidSecondaryPicContent', secondary(ppm(faultWidths.corrupt))],
    ['InvalidPicContent', primary(Buffer.alloc(4_194_305, 1))],
    ['UnsupportedPicFormat', primary(Buffer.from('hello, this is no picture'))],
    ['UnsupportedPictureFormat', primary(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))],
    ['UnsupportedPicPixels', primary(ppm(99))],
    ['UnsupportedPicPixels', { ...pair, InstanceName: 'trademark' }],
    ['UnsupportedPicPixels', { ...pair, InstanceName: 'fabric' }],
    ['IncorrectOrientation', primary(rotatedJpeg)],
  ];
  test.each(cases.map(([code, parameters, options]) => ({ code, parameters, options })))(
    '$code',
    async ({ code, parameters, options }) => {
      expect(verdict(await call(engine, parameters, options))).toBe(code);
    },
  );

  test('DeniedRequest by flow control says when to come back', async () => {
    await call(engine, { ...pair, InstanceName: 'slow' });
    const reply = await call(engine, { ...pair, InstanceName: 'slow' });
    expect(verdict(reply)).toBe('DeniedRequest');
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(50);
    expect(Number(reply.headers['x-acs-retry-after'])).toBeGreaterThan(50_000);
  });

  test('the order of checks is fixed: of both pictures the earlier check, of the same check the first picture', async () => {
    const wrongBoth = { ...pair, PrimaryPicContent: ppm(99).toString('base64'), SecondaryPicContent: '####' };
    expect(verdict(await call(engine, wrongBoth))).toBe('InvalidSecondaryPicContent');
    const wrongSame = { ...pair, PrimaryPicContent: '####', SecondaryPicContent: '####' };
    expect(verdict(await call(engine, wrongSame))).toBe('InvalidPrimaryPicContent');
    const emptyName = { InstanceName: '', PrimaryPicContent: '', SecondaryPicContent: '' };
    expect(verdict(await call(engine, emptyName))).toBe('EmptyMeta');
  });
});

describe('transport', () => {
  test('InvalidAction.NotFound, UnsupportedHTTPMethod, InvalidParameter.Format, InvalidParameter', async () => {
    expect(verdict(await send(engine, { path: '/elsewhere' }))).toBe('InvalidAction.NotFound');
    expect(verdict(await send(engine, { method: 'PUT' }))).toBe('UnsupportedHTTPMethod');
    const v3 = { authorization: 'ACS3-HMAC-SHA256 x' };
    expect(verdict(await send(engine, { path: '/?Format=YAML', headers: v3 }))).toBe('InvalidParameter.Format');
    expect(verdict(await send(engine, { path: '/?Action=A&Action=B', headers: v3 }))).toBe('InvalidParameter');
  });

  test('TimeoutForTransferImage: a body that stalls', async () => {
    const impatient = await startTestEngine({ limits: { workers: 1, transferMs: 300 } });
    const text = await new Promise<string>((resolve) => {
      const socket = connect(impatient.port, '127.0.0.1', () => {
        socket.write('POST /?Format=JSON HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\nInstance');
      });
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString('utf8');
      });
      socket.on('close', () => resolve(received));
      socket.on('error', () => undefined);
    });
    await impatient.stop();
    expect(text).toContain('HTTP/1.1 400 ');
    expect(text).toContain('"Code":"TimeoutForTransferImage"');
    seen.add('TimeoutForTransferImage');
  });

  test('InvalidPicContent: a body beyond every bound is read and refused, not cut off', async () => {
    const small = await startTestEngine({ limits: { workers: 1, maxBodyBytes: 100_000 } });
    expect(verdict(await call(small, primary(Buffer.alloc(900_000))))).toBe('InvalidPicContent');
    await small.stop();
  });

  test('ServiceUnavailable: more bodies at once than the engine may hold', async () => {
    const full = await startTestEngine({ limits: { workers: 1, maxBodyBytesInFlight: 1_048_576 } });
    const reply = await call(full, primary(Buffer.alloc(1_500_000)));
    expect(verdict(reply)).toBe('ServiceUnavailable');
    await full.stop();
  });

  test('InvalidProtocol.NeedSsl', async () => {
    const strict = await startTestEngine({ listen: { requireTls: true } });
    expect(verdict(await call(strict))).toBe('InvalidProtocol.NeedSsl');
    await strict.stop();
  });
});

describe('what broke inside', () => {
  test.each([
    ['ServerInternalError', faultWidths.crash],
    ['ExtractFeatureTimeout', faultWidths.hang],
    ['InternalOssError', faultWidths.notFinite],
    ['UnknownException', faultWidths.foreignError],
    ['NetworkException', faultWidths.disconnect],
  ])('%s fails its own request only', async (code, width) => {
    const [broken, other] = await Promise.all([call(engine, primary(ppm(width))), call(engine)]);
    expect(verdict(broken)).toBe(code);
    expect(other.json).toMatchObject({ Code: 0 });
    expect(JSON.stringify(broken.json)).not.toMatch(/unicorn|stack|worker/i);
    expect((await call(engine)).json).toMatchObject({ Code: 0 });
  });

  test('ServerInternalError: a worker killed from outside', async () => {
    const pending = call(engine, primary(ppm(faultWidths.slow)));
    await setTimeout(150);
    for (const pid of engine.workerPids()) process.kill(pid, 'SIGKILL');
    expect(verdict(await pending)).toBe('ServerInternalError');
    expect((await call(engine)).json).toMatchObject({ Code: 0 });
  });

  test('RequestTimeout: workers that accept nothing, after one more try', async () => {
    const analyserModule = path.join(import.meta.dirname, 'support/freezing-analyser.ts');
    const frozen = await startTestEngine({
      analyserModule,
      limits: { workers: 2, workerAnswerMs: 200, requestMs: 20_000 },
    });
    expect(verdict(await call(frozen))).toBe('RequestTimeout');
    await frozen.stop();
  });

  test('workers that stop reacting are replaced, and the call is answered all the same', async () => {
    const frozen = await startTestEngine({ limits: { workers: 2, workerAnswerMs: 200, requestMs: 20_000 } });
    for (const pid of frozen.workerPids()) process.kill(pid, 'SIGSTOP');
    expect((await call(frozen)).json).toMatchObject({ Code: 0 });
    await frozen.stop();
  });

  test('SearchTimeout and DeniedRequest: a queue that is full, and one that is too slow', async () => {
    const busy = await startTestEngine({ limits: { workers: 1, queueLength: 2, requestMs: 500, extractionMs: 3000 } });
    const slow = {
      ...pair,
      PrimaryPicContent: ppm(faultWidths.slow, 100, 1).toString('base64'),
      SecondaryPicContent: ppm(faultWidths.slow, 100, 2).toString('base64'),
    };
    const replies = await Promise.all(Array.from({ length: 4 }, () => call(busy, slow)));
    const codes = replies.map(({ json }) => json['Code']);
    expect(codes).toContain('DeniedRequest');
    expect(codes).toContain('SearchTimeout');
    for (const reply of replies) expect(verdict(reply)).toBe(String(reply.json['Code']));
    const denied = replies.find(({ json }) => json['Code'] === 'DeniedRequest');
    expect(denied?.headers['retry-after']).toBe('1');
    await busy.stop();
  });

  test('AccessEngineFailed: no worker comes up', async () => {
    const dead = await startTestEngine({ analyserModule: '/nowhere/analyser.ts' });
    const reply = await call(dead);
    expect(verdict(reply)).toBe('AccessEngineFailed');
    await dead.stop();
  });
});

describe('the feature cache', () => {
  test('InternalTableStoreError: a required cache whose entries are damaged, or whose folder is none', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'semblance-cache-'));
    const cached = await startTestEngine({ featureCache: { mode: 'required', directory } });
    expect((await call(cached)).json['Code']).toBe(0);
    expect((await call(cached)).json['Code']).toBe(0);
    const entries = await readdir(directory);
    expect(entries).toHaveLength(2);
    for (const entry of entries) await writeFile(path.join(directory, entry), 'scribble');
    expect(verdict(await call(cached))).toBe('InternalTableStoreError');
    await rm(directory, { recursive: true });
    await writeFile(directory, 'no folder any more');
    expect(verdict(await call(cached))).toBe('InternalTableStoreError');
    await cached.stop();
    await rm(directory);
  });

  test('a best-effort cache that is broken costs time, not answers', async () => {
    const directory = path.join(tmpdir(), `semblance-no-folder-${process.pid}`);
    await writeFile(directory, 'no folder');
    const cached = await startTestEngine({ featureCache: { mode: 'best-effort', directory } });
    expect((await call(cached)).json['Code']).toBe(0);
    await cached.stop();
    await rm(directory);
  });
});

describe('uploads', () => {
  test('PicNotExist, PictureError, InstanceOverQuota', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'semblance-test-'));
    const own = await startTestEngine({ uploads: { directory } });
    const { url, authorization } = await issueAndUpload(own, key, ppm(120));
    const unknown = url.replace(/[0-9a-f]{48}$/, '0'.repeat(48));
    expect(verdict(await call(own, primary(unknown)))).toBe('PicNotExist');
    expect(authorization['UseAccelerate']).toBe(false);
    const [store = ''] = await readdir(directory);
    await rm(path.join(directory, store), { recursive: true });
    expect(verdict(await call(own, primary(url)))).toBe('PictureError');
    const stranger = { accessKeyId: 'stranger', accessKeySecret: 'strangerSecret' };
    const authorize = (): Promise<Reply> =>
      call(own, {}, { key: stranger, action: 'AuthorizeFileUpload', version: '2019-12-19' });
    expect((await authorize()).status).toBe(200);
    expect((await authorize()).status).toBe(200);
    expect(verdict(await authorize())).toBe('InstanceOverQuota');
    await own.stop();
    await rm(directory, { recursive: true });
  });
});

describe('simulated', () => {
  test('codes of other operations only come from a fault profile, and are marked', async () => {
    const faulty = await startTestEngine({
      faultProfile: { rules: [{ code: 'Console.PidError', instance: 'demoinstance1' }] },
    });
    const reply = await call(faulty);
    expect(reply.json['Code']).toBe('Console.PidError');
    expect(reply.headers['x-simulated']).toBe('1');
    await faulty.stop();
  });
});

test('every operation code that can come out of this engine was seen above', () => {
  const reachable = Object.values(errorCatalog).filter(
    ({ family, code }) => family === 'operation' && isErrorCode(code) && reachOf(code).kind !== 'simulated',
  );
  expect(reachable.map(({ code }) => code).filter((code) => !seen.has(code))).toEqual([]);
});
