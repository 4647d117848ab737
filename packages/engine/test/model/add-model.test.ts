import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { planAddition, readyModels } from '../../src/model/add/plan-addition.ts';
import type { ModelManifest } from '../../src/model/own/manifest-schema.ts';
import { ownEnvironment } from '../service/support/own-environment.ts';
import { standInModel } from '../service/support/stand-in-model.ts';
import { openHub, serve } from './local-hub.ts';
import type { LocalHub } from './local-hub.ts';

const program = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const examples = path.resolve(import.meta.dirname, '../../../../examples');
const run = promisify(execFile);

let home: string;
let hub: LocalHub | undefined;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'semblance-add-'));
});
afterEach(async () => {
  await hub?.close();
  hub = undefined;
  await rm(home, { recursive: true });
});

const tokens = standInModel({
  input: 'pixel_values',
  side: 224,
  outputs: [{ name: 'last_hidden_state', shape: [1, 257, 768] }],
});
const model = Buffer.from(tokens);

interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

async function semblance(commandLine: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const env = ownEnvironment({ HOME: home, HF_ENDPOINT: hub?.url ?? 'http://127.0.0.1:9', ...environment });
  try {
    const done = await run(process.execPath, ['--conditions=@semblance/source', program, ...commandLine], { env });
    return { ok: true, ...done };
  } catch (error) {
    const { stdout, stderr } = error as Ran;
    return { ok: false, stdout, stderr };
  }
}

const added = (name: string, file = `${name}.yaml`): string => path.join(home, '.semblance', 'models', name, file);
const manifestOf = async (name: string): Promise<ModelManifest> =>
  parse(await readFile(added(name), 'utf8')) as ModelManifest;

test('a ready model in one command: fetched, pinned, calibrated, and compare uses it', async () => {
  hub = await openHub((exchange) => serve(exchange, model));
  const done = await semblance(['model', 'add', 'dinov2-base', '--json']);
  const outcome = JSON.parse(done.stdout) as {
    files: { checkedAgainst: string; sha256: string }[];
    dimensions: number;
  };
  expect(outcome).toMatchObject({ name: 'dinov2-base', dimensions: 768, calibration: { fit: { pairs: 418 } } });
  expect(outcome.files).toMatchObject([{ checkedAgainst: 'recorded' }]);
  expect(hub.seen.map((each) => each.path)).toEqual(['/Xenova/dinov2-base/resolve/main/onnx/model.onnx']);
  const manifest = await manifestOf('dinov2-base');
  expect(manifest.sha256).toBe(outcome.files[0]?.sha256);
  expect(manifest.calibration.version).toMatch(/^\d{4}-\d\d-\d\d-bundled-pairs$/);
  const [mug, shoe] = ['mug-daily-front.jpg', 'shoe-navy-front.jpg'].map((name) => path.join(examples, name));
  const compared = await semblance(['compare', '--json', '--model', added('dinov2-base'), mug ?? '', shoe ?? '']);
  expect((JSON.parse(compared.stdout) as { Score: number }).Score).toBeLessThan(1);
}, 120_000);

test('what was recorded at first use is held to, and what is there is not fetched again', async () => {
  let bytes = model;
  hub = await openHub((exchange) => serve(exchange, bytes));
  expect((await semblance(['model', 'add', 'dinov2-base', '--no-calibrate'])).ok).toBe(true);
  const again = await semblance(['model', 'add', 'dinov2-base', '--no-calibrate']);
  expect(again.stdout).toContain('was there already, as pinned');
  expect(hub.seen).toHaveLength(1);
  await rm(added('dinov2-base', 'dinov2-base.onnx'));
  bytes = Buffer.concat([model, Buffer.from([0])]);
  const changed = await semblance(['model', 'add', 'dinov2-base', '--no-calibrate']);
  expect(changed.ok).toBe(false);
  expect(changed.stderr).toContain('but the manifest says');
}, 120_000);

test('a pinned model is refused when the hub sends another, and nothing is left', async () => {
  hub = await openHub((exchange) => serve(exchange, model));
  const refused = await semblance(['model', 'add', 'dinov2-small']);
  expect(refused.stderr).toContain('83141175ec78b4ff9a2bb58a4c7c264ba0054d1c2e122e5a8114b79a8d4179ea');
  expect(await readdir(path.dirname(added('dinov2-small')))).toEqual([]);
}, 60_000);

test('weights in a file of their own come along, and are pinned', async () => {
  const weights = Buffer.alloc(2000, 7);
  hub = await openHub((exchange) =>
    serve(exchange, exchange.request.url?.endsWith('_data') === true ? weights : model),
  );
  expect((await semblance(['model', 'add', 'dinov3-vitb16', '--no-calibrate'])).ok).toBe(true);
  expect((await manifestOf('dinov3-vitb16')).weights).toMatchObject({
    file: 'model.onnx_data',
    sha256: /^[0-9a-f]{64}$/,
  });
  await writeFile(added('dinov3-vitb16', 'model.onnx_data'), 'altered');
  expect((await semblance(['model', 'check', added('dinov3-vitb16')])).stderr).toContain('but the manifest says');
}, 60_000);

test('a file is taken in without any connection, and one that does not fit is not remembered', async () => {
  const file = path.join(home, 'exported.onnx');
  await writeFile(file, model);
  const taken = await semblance(['model', 'add', 'dinov2-base', '--from', file, '--no-calibrate']);
  expect(taken.stdout).toContain('recorded now');
  const misfit = await semblance(['model', 'add', 'dinov2-small', '--from', file, '--no-calibrate']);
  expect(misfit.stderr).toContain('the model does not fit its manifest');
  expect(await readdir(path.dirname(added('dinov2-small')))).not.toContain('dinov2-small.yaml');
  await writeFile(file, '<html>');
  expect((await semblance(['model', 'add', 'dinov2-base', '--from', file])).stderr).toContain('a web page');
}, 120_000);

test('a URL needs a manifest, and takes a ready one’s', async () => {
  hub = await openHub((exchange) => serve(exchange, model));
  const url = `${hub.url}/own/fabric.onnx`;
  expect((await semblance(['model', 'add', url])).stderr).toContain('--manifest');
  const done = await semblance([
    'model',
    'add',
    url,
    '--manifest',
    'dinov2-base',
    '--no-calibrate',
    '--to',
    path.join(home, 'own'),
  ]);
  expect(done.stdout).toContain('ready, 768 values a picture');
}, 60_000);

const plan = (what: string): ReturnType<typeof planAddition> =>
  planAddition({ what, environment: { HF_ENDPOINT: 'https://mirror.example/hub/' } });

test('every ready model that is published as ONNX can be added, from any hub', async () => {
  const names = (await readyModels()).filter((name) => name !== 'sscd-disc-mixup');
  const plans = await Promise.all(names.map(plan));
  const files = plans.flatMap((each) =>
    each.ok && each.value.source.kind === 'remote' ? each.value.source.files : [],
  );
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(names.map((name) => `${name}.onnx`)));
  for (const { url } of files)
    expect(url).toMatch(/^https:\/\/mirror\.example\/hub\/[^/]+\/[^/]+\/resolve\/[^/]+\/onnx\//);
});

test('one that is not says how its file is made', async () => {
  expect(await plan('sscd-disc-mixup')).toMatchObject({ failure: expect.stringMatching(/"obtain".*--from FILE/) });
});
