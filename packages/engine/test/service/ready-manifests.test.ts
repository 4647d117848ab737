import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key } from './support/call.ts';
import { standInModel } from './support/stand-in-model.ts';
import type { StandInBorder } from './support/stand-in-model.ts';

/**
 * Every ready manifest is run, not only read: beside a copy of it lies a small network with the input, the outputs and
 * the shapes of the real one.
 */
const folder = path.resolve(import.meta.dirname, '../../models');
const program = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const examples = path.resolve(import.meta.dirname, '../../../../examples');
const picture = (name: string): string => path.join(examples, name);
const [mug, copy, shoe] = [
  picture('mug-daily-front.jpg'),
  picture('edited/mug-daily-front-low-quality.jpg'),
  picture('shoe-navy-front.jpg'),
];

const tokens = (count: number, width: number): StandInBorder => ({
  input: 'pixel_values',
  side: 224,
  outputs: [{ name: 'last_hidden_state', shape: [1, count, width] }],
});

/** What the real models have: patches of 14 or 16 px and a class token, DINOv3 with four registers after it. */
const borders: Readonly<Record<string, StandInBorder>> = {
  'dinov2-small': tokens(257, 384),
  'dinov2-base': tokens(257, 768),
  'dinov3-vits16': tokens(201, 384),
  'dinov3-vitb16': tokens(201, 768),
  // Exports by other tools give the tokens too, so the manifest has to name the output it means.
  'clip-vit-base-patch32': {
    input: 'pixel_values',
    side: 224,
    outputs: [
      { name: 'last_hidden_state', shape: [1, 50, 768] },
      { name: 'image_embeds', shape: [1, 512] },
    ],
  },
  'siglip2-base-patch16-224': {
    input: 'pixel_values',
    side: 224,
    outputs: [
      { name: 'last_hidden_state', shape: [1, 196, 768] },
      { name: 'pooler_output', shape: [1, 768] },
    ],
  },
  'sscd-disc-mixup': { input: 'pixels', side: 320, outputs: [{ name: 'embedding', shape: [1, 512] }] },
};
const names = Object.keys(borders);

let directory: string;
let engine: Engine;
/** Names of instances are short. */
const instanceOf = (name: string): string => `model${names.indexOf(name)}`;
const manifestOf = (name: string): string => path.join(directory, `${name}.yaml`);

async function install(name: string): Promise<void> {
  const model = standInModel(borders[name] ?? tokens(2, 2));
  const sha256 = createHash('sha256').update(model).digest('hex');
  const manifest = await readFile(path.join(folder, `${name}.yaml`), 'utf8');
  await writeFile(path.join(directory, `${name}.onnx`), model);
  await writeFile(manifestOf(name), `${manifest}sha256: ${sha256}\n`);
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-ready-'));
  await Promise.all(names.map(install));
  const settings = {
    accessKeys: [{ ...key, account: '1000' }],
    profiles: names.map((name) => ({ name, manifest: manifestOf(name) })),
    instances: names.map((name) => ({ name: instanceOf(name), owner: '1000', similarityProfile: name })),
    limits: { workers: 1 },
  };
  engine = await startEngine({ port: 0, settings });
}, 120_000);
afterAll(async () => {
  await engine.stop();
  await rm(directory, { recursive: true });
});

const run = promisify(execFile);

async function semblance(...commandLine: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--conditions=@semblance/source', program, ...commandLine]);
  return stdout;
}

interface Checked {
  readonly dimensions: number;
  readonly pinned: boolean;
  readonly pairs: readonly { readonly cosine: number; readonly score: number }[];
}

async function scoreOverHttp(name: string, second: string): Promise<unknown> {
  const [primary, secondary] = await Promise.all([mug, second].map((file) => readFile(file, 'base64')));
  const { json } = await call(engine, {
    InstanceName: instanceOf(name),
    PrimaryPicContent: primary ?? '',
    SecondaryPicContent: secondary ?? '',
  });
  return json['Score'];
}

test('there is a stand-in for every ready manifest', async () => {
  const files = await readdir(folder);
  expect(files.filter((file) => file.endsWith('.yaml')).toSorted()).toEqual(
    names.map((name) => `${name}.yaml`).toSorted(),
  );
});

test.each(names)(
  '%s: model check, compare and serve agree',
  async (name) => {
    const checked = JSON.parse(
      await semblance('model', 'check', '--json', manifestOf(name), mug, copy, shoe),
    ) as Checked;
    expect(checked.pinned).toBe(true);
    expect(checked.dimensions).toBe(borders[name]?.outputs.at(-1)?.shape.at(-1));
    const [copied, other] = checked.pairs;
    expect(copied?.cosine).toBeGreaterThan(0.99);
    expect(other?.cosine).toBeLessThan(0.95);
    const compared = JSON.parse(await semblance('compare', '--json', '--model', manifestOf(name), mug, shoe)) as {
      readonly Score: number;
    };
    expect(compared.Score).toBeCloseTo(other?.score ?? -1, 6);
    expect(await scoreOverHttp(name, shoe)).toBeCloseTo(other?.score ?? -1, 6);
    expect(await scoreOverHttp(name, copy)).toBeCloseTo(copied?.score ?? -1, 6);
  },
  60_000,
);
