import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { issueCredentials } from '../../src/request/access/sts-token.ts';
import { effectiveConfig } from '../../src/lifecycle/key-mode.ts';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import { call, callV1, pair, send } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { settings } from './support/test-engine.ts';
import { authorize, formFields, multipart, post } from './support/upload.ts';

/** Whatever is secret in these tests carries this mark. */
const mark = 'S3CRETMARK';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-secrets-'));
});
afterEach(() => rm(directory, { recursive: true }));

const key = { accessKeyId: 'marked', accessKeySecret: `${mark}-key` };
const temporary = {
  accessKeyId: 'LTAItemporary',
  accessKeySecret: `${mark}-temporary`,
  securityToken: `${mark}-token`,
};
const issuer = { name: 'build', secret: `${mark}-issuer`, account: '1000', role: 'ci' };
const marked = {
  ...settings,
  accessKeys: [
    { ...key, account: '1000' },
    { ...temporary, account: '1000', expiresAt: '2099-01-01T00:00:00Z' },
  ],
  stsIssuers: [issuer],
  policies: [],
  diagnostics: { secret: `${mark}-diagnostics` },
  limits: { workers: 1 },
};

test('no secret and no picture comes out of an engine, whatever is done to it', async () => {
  const output: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      output.push(chunk.toString('utf8'));
      done();
    },
  });
  const file = path.join(directory, 'engine.yaml');
  const auditFile = path.join(directory, 'audit.log');
  const config = { ...marked, logging: { level: 'debug', auditFile } };
  await writeFile(file, stringify(config));
  const engine = await startEngine({
    port: 0,
    adminPort: 0,
    file,
    stateDirectory: directory,
    logger: pino({ level: 'debug' }, sink),
  });
  const picture = Buffer.concat([ppm(120), Buffer.from(mark)]).toString('base64');
  const pictures = { ...pair, PrimaryPicContent: picture };
  const replies = [
    await call(engine, pictures, { key }),
    await callV1(engine, pictures, { key, format: 'JSON' }),
    await call(engine, pictures, { key: temporary }),
    await call(engine, pictures, { key: issueCredentials(issuer, 'test', Date.now() + 60_000) }),
    await call(engine, pictures, { key: { ...key, accessKeySecret: `${mark}-guess` } }),
    await callV1(engine, pictures, { key: { ...key, accessKeySecret: `${mark}-guess` }, format: 'JSON' }),
    await call(engine, pictures, { key: { accessKeyId: `xx${mark}`, accessKeySecret: 'swapped' } }),
    await call(engine, pictures, { key: { ...temporary, securityToken: `${mark}-other-token` } }),
    await call(engine, { ...pair, PrimaryPicContent: `${mark}####` }, { key }),
    await call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.foreignError).toString('base64') }, { key }),
    await send(engine, { headers: { authorization: `Bearer ${mark}` }, body: mark }),
  ];
  const fields = formFields(await authorize(engine, key));
  replies.push(
    await post(engine, multipart(fields, Buffer.from(mark))),
    await post(engine, multipart({ ...fields, Signature: mark }, Buffer.from(mark))),
  );
  const bad = [
    `accessKeys:\n  - { accessKeySecret: "${mark}\n`,
    stringify({ ...config, limits: { workers: -1 } }),
    `${stringify(config)}${mark}: 1\n`,
  ];
  for (const text of bad) {
    await writeFile(file, text);
    output.push(
      await engine.reload().then(
        () => '',
        (error: unknown) => String(error instanceof Error ? error.stack : error),
      ),
    );
  }
  await writeFile(file, stringify({ ...config, documentationUrl: 'https://docs.example' }));
  output.push(JSON.stringify(await engine.reload()));
  output.push(await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text());
  await engine.stop();
  output.push(
    ...replies.map(({ text, headers }) => `${text}${JSON.stringify(headers)}`),
    await readFile(auditFile, 'utf8'),
  );
  const all = output.join('\n');
  expect(all).toContain('"accessKeyId":"marked"');
  expect(all).toContain('configuration reloaded');
  const at = all.indexOf(mark);
  expect(at === -1 ? '' : all.slice(Math.max(0, at - 200), at + 50)).toBe('');
  expect(all).not.toContain(Buffer.from(mark).toString('base64').slice(0, 12));
});

const key1 = `accessKeys: [{ accessKeyId: a, account: "1", `;
const certificate = `-----BEGIN PRIVATE KEY-----\n${mark}\n-----END PRIVATE KEY-----\n`;

test.each([
  ['a quote that is missing', `${key1}accessKeySecret: "${mark} }]`],
  ['a bracket that is missing', `${key1}accessKeySecret: ${mark} `],
  ['a colon that is missing', `${key1}accessKeySecret ${mark} }]`],
  ['a secret where a name belongs', `${key1}${mark}: true }]`],
  ['a tag', `${key1}accessKeySecret: !${mark} x }]`],
  ['an alias', `${key1}accessKeySecret: *${mark} }]`],
  ['an indentation', `accessKeys:\n  - accessKeyId: a\n   accessKeySecret: ${mark}\n`],
  ['two documents', `listen: {}\n---\n${mark}: {}\n`],
  ['a number for the secret, in a list', `${key1}accessKeySecret: [${mark}] }]`],
  ['the secret in place of its variable', `${key1}accessKeySecretEnv: ${mark}aBc }]`],
  [
    'the key in place of its file',
    stringify({ listen: { certificateFile: certificate, privateKeyFile: certificate } }),
  ],
  [
    'a name of an effect',
    `policies: [{ name: a, account: "1", statements: [{ effect: ${mark}, actions: [], resources: [] }] }]`,
  ],
])('what is wrong with a configuration is said without its secrets: %s', async (_name, text) => {
  const file = path.join(directory, 'engine.yaml');
  await writeFile(file, text);
  const warnings: unknown[] = [];
  const listen = (warning: unknown): void => void warnings.push(warning);
  process.on('warning', listen);
  const refusal = await effectiveConfig({ file, environment: {} }).then(
    () => 'accepted',
    (error: unknown) =>
      String(error instanceof Error ? `${error.message}${String(error.stack)}${JSON.stringify(error)}` : error),
  );
  process.off('warning', listen);
  expect(refusal).toMatch(/cannot be used|accepted/);
  expect(refusal + String(warnings)).not.toContain(mark);
});
