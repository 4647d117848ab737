import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect as connectTls } from 'node:tls';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key, pair } from './support/call.ts';
import { settings } from './support/test-engine.ts';
import { authorize, formFields, multipart, post } from './support/upload.ts';

let directory = '';
let engine: Engine | undefined;
const lines: string[] = [];
const logger = pino(
  { level: 'info' },
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  }),
);
beforeEach(async () => {
  lines.length = 0;
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-reload-'));
});
afterEach(async () => {
  await engine?.stop();
  await rm(directory, { recursive: true });
});

const inDirectory = (name: string): string => path.join(directory, name);
const base = { ...settings, limits: { workers: 1 } };
const write = (config: object): Promise<void> => writeFile(inDirectory('engine.yaml'), stringify(config));

async function start(config: object): Promise<Engine> {
  await write(config);
  engine = await startEngine({
    port: 0,
    adminPort: 0,
    file: inDirectory('engine.yaml'),
    stateDirectory: directory,
    logger,
  });
  return engine;
}

async function makeCertificate(name: string): Promise<void> {
  const { cert, private: privateKey } = await generate([{ name: 'commonName', value: name }], { keyType: 'ec' });
  await writeFile(inDirectory('cert.pem'), cert);
  await writeFile(inDirectory('key.pem'), privateKey);
}

function presentedName({ port }: Engine): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

test('certificate and limits take effect; the report says what did and what takes a restart', async () => {
  await makeCertificate('first');
  const listen = { certificateFile: inDirectory('cert.pem'), privateKeyFile: inDirectory('key.pem') };
  const running = await start({ ...base, listen });
  expect(await presentedName(running)).toBe('first');
  await makeCertificate('second');
  await write({
    ...base,
    listen: { ...listen, maxConnections: 7 },
    limits: { workers: 2, maxBodyBytes: 2000 },
    uploads: { maxObjectBytes: 1024 },
    instances: [{ name: 'demoinstance1', owner: '1000' }],
  });
  const report = await running.reload();
  expect(report).toEqual({
    applied: ['instances', 'limits.maxBodyBytes', 'uploads.maxObjectBytes'],
    needRestart: ['limits.workers', 'listen.maxConnections'],
    certificateRenewed: true,
  });
  expect(lines.join('')).toContain('"needRestart":["limits.workers","listen.maxConnections"]');
  expect(await presentedName(running)).toBe('second');
  expect((await call(running)).json['Code']).toBe('InvalidPicContent');
  const tooLarge = multipart(formFields(await authorize(running, key)), Buffer.alloc(1500));
  expect((await post(running, tooLarge)).text).toContain('EntityTooLarge');
});

test('a reload that cannot be done changes nothing, and is counted', async () => {
  await makeCertificate('first');
  const listen = { certificateFile: inDirectory('cert.pem'), privateKeyFile: inDirectory('key.pem') };
  const running = await start({ ...base, listen });
  await writeFile(inDirectory('cert.pem'), 'no certificate');
  await write({ ...base, listen, instances: [{ name: 'demoinstance1', owner: '1000', state: 'suspended' }] });
  await expect(running.reload()).rejects.toThrow(/certificateFile/);
  expect((await call(running)).json['Code']).toBe(0);
  expect(await presentedName(running)).toBe('first');
  const text = await (await fetch(`${running.adminUrl ?? ''}/metrics`)).text();
  expect(text).toContain('semblance_reloads_total{result="refused"} 1');
  expect(text).toMatch(/semblance_build_info\{node="v\d/);
  expect(text).toContain('process_resident_memory_bytes');
});

test('refused signatures, failed uploads and calls leave their trace in log, metrics and audit log', async () => {
  const auditFile = inDirectory('audit.log');
  const running = await start({ ...base, uploads: { maxObjectBytes: 1024 }, logging: { auditFile } });
  await call(running, pair, { key: { ...key, accessKeySecret: 'guess' } });
  await call(running, pair, { key: { accessKeyId: 'LTAIunknownunknown', accessKeySecret: 'x' } });
  await call(running);
  const fields = formFields(await authorize(running, key));
  await post(running, multipart(fields, Buffer.alloc(1500)));
  await rename(auditFile, `${auditFile}.1`);
  await running.reload();
  await call(running);
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const refused = entries.filter(({ msg }) => msg === 'signature refused');
  expect(refused).toMatchObject([
    { code: 'SignatureDoesNotMatch', accessKeyId: key.accessKeyId, peer: '127.0.0.1', level: 40 },
    { code: 'InvalidAccessKeyId.NotFound', accessKeyId: 'LTAI… (18 characters, unknown)', peer: '127.0.0.1' },
  ]);
  const upload = entries.find(({ action }) => action === 'PostObject');
  expect(upload).toMatchObject({ code: 'upload:EntityTooLarge', principal: 'account:1000', peer: '127.0.0.1' });
  const metrics = await (await fetch(`${running.adminUrl ?? ''}/metrics`)).text();
  expect(metrics).toContain('semblance_signatures_refused_total{code="SignatureDoesNotMatch"} 1');
  expect(metrics).toMatch(/semblance_queue_wait_seconds_count \d/);
  await running.stop();
  engine = undefined;
  const audit = async (file: string): Promise<unknown[]> =>
    (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  expect(await audit(`${auditFile}.1`)).toMatchObject([
    { code: 'SignatureDoesNotMatch', accessKeyId: key.accessKeyId },
    { code: 'InvalidAccessKeyId.NotFound' },
    {
      code: 'success',
      accessKeyId: key.accessKeyId,
      principal: 'account:1000',
      instance: 'demoinstance1',
      status: 200,
    },
    { action: 'AuthorizeFileUpload', code: 'success' },
    { action: 'PostObject', code: 'upload:EntityTooLarge', principal: 'account:1000' },
  ]);
  expect(await audit(auditFile)).toMatchObject([{ code: 'success' }]);
});
