import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { isErrorCode } from '@semblance/spec/error-policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCredentials } from '../../src/request/access/sts-token.ts';
import { reachOf } from '../../src/request/answer/reach.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key, pair, send, signedCall } from './support/call.ts';
import type { Reply } from './support/call.ts';
import { callerMistakes, primary } from './support/caller-mistakes.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { startTestEngine } from './support/test-engine.ts';
import { issueAndUpload } from './support/upload.ts';
import { seen, verdict } from './support/verdict.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

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
  test.each(callerMistakes.map(([code, parameters, options]) => ({ code, parameters, options })))(
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

describe('who is calling', () => {
  const common: Readonly<Record<string, string>> = {
    Format: 'JSON',
    Action: 'CompareSimilarByImage',
    Version: '2020-12-14',
    AccessKeyId: 'testAccessKeyId',
    Signature: 'AAAA',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: 'n',
    Timestamp: '2026-01-09T08:00:00Z',
  };
  const sendV1 = (changes: Readonly<Record<string, string | undefined>>): Promise<Reply> => {
    const parameters = Object.entries({ ...common, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return send(engine, { path: `/?${new URLSearchParams(parameters).toString()}` });
  };

  test.each(Object.keys(common).filter((name) => name !== 'Format'))('Missing%s', async (name) => {
    expect(verdict(await sendV1({ [name]: undefined }))).toBe(`Missing${name}`);
  });

  test.each([
    ['InvalidSignatureMethod', { SignatureMethod: 'HMAC-MD5' }],
    ['InvalidAccessKeyId.NotFound', { AccessKeyId: 'nobody' }],
    ['InvalidAccessKeyId.Inactive', { AccessKeyId: 'inactive' }],
    ['InvalidSecurityToken.Malformed', { SecurityToken: 'with a permanent key' }],
    ['MissingSecurityToken', { AccessKeyId: `STS.build.${'0'.repeat(24)}` }],
    ['InvalidTimeStamp.Format', { Timestamp: 'yesterday' }],
    ['InvalidTimeStamp.Expired', {}],
    ['SignatureDoesNotMatch', { Timestamp: `${new Date().toISOString().slice(0, 19)}Z` }],
  ])('%s', async (code, changes) => {
    expect(verdict(await sendV1(changes))).toBe(code);
  });

  test("temporary credentials that expired, or whose token is another's", async () => {
    const issuer = { name: 'build', secret: 'issuer-secret', account: '1000', role: 'ci' };
    const soon = Date.now() + 60_000;
    const expired = issueCredentials(issuer, 'a', Date.now() - 1);
    expect(verdict(await call(engine, pair, { key: expired }))).toBe('InvalidSecurityToken.Expired');
    const mixed = {
      ...issueCredentials(issuer, 'a', soon),
      securityToken: issueCredentials(issuer, 'b', soon).securityToken,
    };
    expect(verdict(await call(engine, pair, { key: mixed }))).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  test('a request sent twice, and one with a header that is not signed', async () => {
    const request = await signedCall(engine, pair);
    const added = { ...request, headers: { ...request.headers, 'x-acs-extra': '1' } };
    expect(verdict(await send(engine, added))).toBe('IncompleteSignature');
    expect((await send(engine, request)).json['Code']).toBe(0);
    expect(verdict(await send(engine, request))).toBe('SignatureNonceUsed');
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

  test('workers killed from outside cost their callers nothing', async () => {
    const pending = call(engine, primary(ppm(faultWidths.slow)));
    await setTimeout(150);
    for (const pid of engine.workerPids()) process.kill(pid, 'SIGKILL');
    expect((await pending).json).toMatchObject({ Code: 0 });
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
    expect(codes).toEqual(expect.arrayContaining(['DeniedRequest', 'SearchTimeout']));
    for (const reply of replies) expect(verdict(reply)).toBe(String(reply.json['Code']));
    const denied = replies.find(({ json }) => json['Code'] === 'DeniedRequest');
    expect(denied?.headers['retry-after']).toBe('1');
    await busy.stop();
  });

  test('AccessEngineFailed: no worker comes up', async () => {
    const dead = await startTestEngine({ analyserModule: '/nowhere/analyser.ts' });
    expect(verdict(await call(dead))).toBe('AccessEngineFailed');
    await dead.stop();
  });
});

describe('the feature cache', () => {
  test('InternalTableStoreError: a required cache whose folder is none; damaged entries are made anew', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'semblance-cache-'));
    const cached = await startTestEngine({ featureCache: { mode: 'required', directory, memoryBytes: 0 } });
    expect((await call(cached)).json['Code']).toBe(0);
    expect((await call(cached)).json['Code']).toBe(0);
    const entries = await readdir(directory);
    expect(entries).toHaveLength(2);
    for (const entry of entries) await writeFile(path.join(directory, entry), 'scribble');
    expect((await call(cached)).json['Code']).toBe(0);
    expect((await readFile(path.join(directory, entries[0] ?? ''))).length).toBeGreaterThan(100);
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
    const asStranger = { key: stranger, action: 'AuthorizeFileUpload', version: '2019-12-19' };
    const replies: Reply[] = [];
    for (let n = 0; n < 3; n += 1) replies.push(await call(own, { Product: 'ImageSearch' }, asStranger));
    expect(replies.map(({ status }) => status).slice(0, 2)).toEqual([200, 200]);
    expect(verdict(replies[2] as Reply)).toBe('InstanceOverQuota');
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

test('every code that can come out of this engine was seen above', () => {
  const reachable = Object.keys(errorCatalog).filter((code) => isErrorCode(code) && reachOf(code).kind !== 'simulated');
  expect(reachable.filter((code) => !seen.has(code))).toEqual([]);
});
