import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import { call, key, pair, send, signedCall } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { gauge, isAtWork, reaches, scriptedAnalyser, settings, startTestEngine } from './support/test-engine.ts';

test('liveness, readiness and metrics are on a port of their own', async () => {
  const engine = await startTestEngine({}, { adminPort: 0 });
  await call(engine);
  await call(engine, { ...pair, InstanceName: 'nowhere' });
  const get = async (target: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${engine.adminUrl ?? ''}${target}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('/livez')).toEqual({ status: 200, text: 'ok\n' });
  expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  const { text } = await get('/metrics');
  expect(text).toContain('semblance_answers_total{code="success"} 1');
  expect(text).toContain('semblance_answers_total{code="Console.InstanceNotFound"} 1');
  expect(text).toMatch(/semblance_workers_healthy 2/);
  expect(text).toMatch(/semblance_body_bytes 0/);
  expect((await get('/else')).status).toBe(404);
  expect((await send(engine, { method: 'GET', path: '/metrics' })).status).toBe(404);
  await engine.stop();
});

test('readiness says so when no worker comes up', async () => {
  const engine = await startTestEngine({ analyserModule: '/nowhere.ts' }, { adminPort: 0 });
  expect((await fetch(`${engine.adminUrl ?? ''}/readyz`)).status).toBe(503);
  await engine.stop();
});

test('a new configuration takes effect at once, a wrong one changes nothing, and no request is dropped', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'semblance-config-'));
  const file = path.join(directory, 'engine.yaml');
  const write = (instances: object[]): Promise<void> => writeFile(file, stringify({ ...settings, instances }));
  const instance = { name: 'demoinstance1', owner: '1000' };
  await write([instance]);
  const engine = await startEngine({ port: 0, adminPort: 0, file });
  const slow = call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.slow).toString('base64') });
  await isAtWork(engine);
  await write([
    { ...instance, state: 'suspended' },
    { name: 'second', owner: '1000' },
  ]);
  await engine.reload();
  expect((await call(engine)).json['Code']).toBe('InstanceStatusError');
  expect((await call(engine, { ...pair, InstanceName: 'second' })).json['Code']).toBe(0);
  expect((await slow).json['Code']).toBe(0);
  await writeFile(file, 'instances: [{ name: }]');
  await expect(engine.reload()).rejects.toThrow(/cannot be used/);
  expect((await call(engine, { ...pair, InstanceName: 'second' })).json['Code']).toBe(0);
  await engine.stop();
  await rm(directory, { recursive: true });
});

test('stopping lets running requests finish and takes no new ones', async () => {
  const engine = await startTestEngine({}, { adminPort: 0 });
  const running = call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.slow).toString('base64') });
  await isAtWork(engine);
  const stopped = engine.stop();
  await expect(send(engine, {})).rejects.toThrow(/ECONNREFUSED/);
  const reply = await running;
  expect(reply.json['Code']).toBe(0);
  expect(reply.headers['connection']).toBe('close');
  await stopped;
});

test('pictures of callers whose connection broke are not worked on', async () => {
  const engine = await startTestEngine({ limits: { workers: 1, extractionMs: 5000 } }, { adminPort: 0 });
  const slow = { ...pair, PrimaryPicContent: ppm(faultWidths.slow, 100, 1).toString('base64') };
  const queued = (): Promise<number> => gauge(engine, 'semblance_queue_length');
  const running = call(engine, slow);
  await isAtWork(engine);
  const { headers, body } = await signedCall(engine, pair);
  const socket = connect(engine.port, '127.0.0.1', () => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `POST / HTTP/1.1\r\nhost: 127.0.0.1:${engine.port}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n${body}`,
    );
  });
  await reaches(engine, 'semblance_queue_length', 1);
  socket.resetAndDestroy();
  await expect.poll(queued, { timeout: 20_000, interval: 5 }).toBe(0);
  expect(await gauge(engine, 'semblance_workers_busy')).toBe(1);
  expect((await running).json['Code']).toBe(0);
  await engine.stop();
});

test('protected mode: the made key works, nothing else does', async () => {
  const engine = await startEngine({ port: 0, settings: { analyserModule: scriptedAnalyser, limits: { workers: 1 } } });
  expect(engine.mode).toBe('protected');
  if (engine.generatedKey === undefined) throw new Error('no key was made');
  expect((await call(engine, pair, { key: engine.generatedKey })).json['Code']).toBe(0);
  expect((await call(engine)).json['Code']).toBe('InvalidAccessKeyId.NotFound');
  await engine.reload();
  expect((await call(engine, pair, { key: engine.generatedKey })).json['Code']).toBe(0);
  await engine.stop();
});

test('unsigned requests, where they are allowed; what looks signed is still verified', async () => {
  const engine = await startTestEngine({}, { allowAnonymous: true });
  const target = '/?Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON';
  const body = new URLSearchParams(pair).toString();
  expect((await send(engine, { path: target, body })).json['Code']).toBe(0);
  const byHeader = {
    'x-acs-action': 'CompareSimilarByImage',
    'x-acs-version': '2020-12-14',
    accept: 'application/json',
  };
  expect((await send(engine, { headers: byHeader, body: `${body}&Format=JSON` })).json['Code']).toBe(0);
  expect((await send(engine, { path: `${target}&Signature=x`, body })).json['Code']).toBe('MissingAccessKeyId');
  expect((await call(engine, pair, { key: { ...key, accessKeySecret: 'wrong' } })).json['Code']).toBe(
    'SignatureDoesNotMatch',
  );
  await engine.stop();
});

test('the log holds what happened, and neither secrets, signatures nor pictures', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const engine = await startTestEngine({}, { logger: pino({ level: 'debug' }, sink) });
  await call(engine);
  await call(engine, pair, { key: { ...key, accessKeySecret: 'wrong' } });
  await call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.foreignError).toString('base64') });
  await engine.stop();
  const log = lines.join('');
  expect(log).toContain('"code":"success"');
  expect(log).toContain('"instance":"demoinstance1"');
  expect(log).toContain('nothing here is a unicorn');
  expect(log).not.toContain(key.accessKeySecret);
  expect(log).not.toMatch(/Signature=|authorization/i);
  expect(log).not.toContain(pair['PrimaryPicContent']?.slice(20, 60));
});

test('a connection that rests longer than Node would allow is still good', async () => {
  const engine = await startTestEngine();
  const ask = async (): Promise<unknown> =>
    ((await (await fetch(`${engine.url}/?Format=JSON`)).json()) as Record<string, unknown>)['Code'];
  expect(await ask()).toBe('MissingAction');
  await setTimeout(6500);
  expect(await ask()).toBe('MissingAction');
  await engine.stop();
});
