import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleReply, fakeServer } from '../fake-server.ts';
import type { FakeServer } from '../fake-server.ts';
import { installRuntimes } from '../runtimes/install-client.ts';
import { emptyProject, installTools } from './install.ts';

const run = promisify(execFile);

const script = `
const { createClient, isApiError } = require('@semblance/client');
const node = require('@semblance/client/node');
const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
async function scores() {
  const options = { endpoint: process.env.ENDPOINT, instanceName: 'demo' };
  const picture = new Uint8Array([1]);
  const results = [
    await createClient(options).compare(picture, 'BASE'),
    await node.createClient({ ...options, credentials }).compare(node.file(__filename), picture),
    await node.createClient({ ...options, credentials, dialect: 'V1', format: 'xml' }).compare(picture, picture),
  ];
  const { ok } = await createClient(options).check(picture);
  const error = await createClient({ ...options, instanceName: 'refused' }).compare(picture, picture).catch((thrown) => thrown);
  return { scores: results.map(({ score }) => score), ok, code: error.code, guards: [isApiError(error), node.isApiError(error)] };
}
module.exports = { scores };
`;
const wanted = { scores: [0.85, 0.85, 0.85], ok: false, code: 'NoPermission', guards: [true, true] };

const jestTest = `
const { scores } = require('./scores.js');
test('compares', async () => {
  expect(await scores()).toEqual(${JSON.stringify(wanted)});
});
`;

let fake: FakeServer;
let project: string;
let tools: string;
let runtimes: string | undefined;

beforeAll(async () => {
  [fake, tools, runtimes, project] = await Promise.all([
    fakeServer(({ form }) => exampleReply(form.get('InstanceName') === 'refused' ? 'NoPermission' : 'success')),
    installTools('tools'),
    installRuntimes(),
    emptyProject({ 'scores.js': script, 'scores.test.js': jestTest, 'jest.config.js': 'module.exports = {};' }),
  ]);
  await writeFile(join(project, 'package.json'), '{"private":true}');
}, 300_000);
afterAll(() => fake[Symbol.asyncDispose]());

/** Disables `require(esm)`, which versions before 20.19 and 22.12 lack. */
const withoutModules = ['--no-experimental-require-module'];

test.for([
  ['this Node', () => process.execPath, []],
  ['Node 20', () => runtimes && join(runtimes, 'node20/bin/node'), withoutModules],
  ['Node 22', () => runtimes && join(runtimes, 'node22/bin/node'), withoutModules],
  ['Node 24', () => runtimes && join(runtimes, 'node24/bin/node'), withoutModules],
] as const)('require in %s', async ([, binary, flags], { skip }) => {
  const program = binary() ?? skip('there is no such runtime for this machine');
  const line = `require('./scores.js').scores().then((result) => console.log(JSON.stringify(result)))`;
  const environment = { ...process.env, ENDPOINT: fake.endpoint };
  const { stdout } = await run(program, [...flags, '-e', line], { cwd: project, env: environment });
  expect(JSON.parse(stdout)).toEqual(wanted);
});

test('jest without configuration', async () => {
  const jest = join(tools, 'node_modules/jest/bin/jest.js');
  const environment = { ...process.env, ENDPOINT: fake.endpoint, CI: '1' };
  const { stderr } = await run(process.execPath, [jest, '--rootDir', project], { cwd: project, env: environment });
  expect(stderr).toMatch(/Tests: +1 passed/);
});
