import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calibrateOwnModel } from '../../src/model/own/calibrate-own-model.ts';
import type { ModelManifest } from '../../src/model/own/manifest-schema.ts';
import { openOwnModel } from '../../src/model/own/open-own-model.ts';
import type { OwnModel } from '../../src/model/own/open-own-model.ts';
import { fitPlatt, knotsOfCurve } from '../../src/model/own/platt-scaling.ts';
import { checkManifest, readManifest } from '../../src/model/own/read-manifest.ts';
import { ownLabels, readLabelledPairs } from '../../src/model/own/read-labelled-pairs.ts';
import { writeOnnx } from '../../../../tools/model/onnx-writer.ts';
import type { Raster } from '../../src/raster.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'own-model-'));
});
afterAll(() => rm(folder, { recursive: true }));

const side = 16;

/** A network whose embedding is the mean of each channel: [1, 3, 16, 16] → [1, 3, 1, 1]. */
const channelMeans = writeOnnx({
  name: 'means',
  inputs: [{ name: 'pixels', dimensions: [1, 3, side, side] }],
  outputs: [{ name: 'means', dimensions: [1, 3, 1, 1] }],
  initializers: [],
  nodes: [{ operator: 'GlobalAveragePool', inputs: ['pixels'], outputs: ['means'] }],
});
const sha256 = createHash('sha256').update(channelMeans).digest('hex');

const manifest: ModelManifest = {
  name: 'means',
  file: 'means.onnx',
  sha256,
  input: { side, fit: 'squash', layout: 'nchw', channels: 'rgb', mean: [0.5, 0.5, 0.5], std: [0.25, 0.5, 0.5] },
  output: { pooling: 'mean-cells', dimensions: 3 },
  calibration: { version: 'test', knots: [[-1, 0], [0.5, 0.4], [1, 0.999]] }, // prettier-ignore
};

const flat = (red: number, green: number, blue: number): Raster => ({
  width: 40,
  height: 30,
  data: Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) => [red, green, blue][at % 3] ?? 0),
});

async function open(changes: Partial<ModelManifest> = {}): Promise<OwnModel> {
  const modelFile = path.join(folder, 'means.onnx');
  await writeFile(modelFile, channelMeans);
  const opened = await openOwnModel({ ...manifest, ...changes, manifestFile: '', modelFile }, { threads: 1 });
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value;
}

test('embeds with the manifest’s normalisation, channel order and pooling', async () => {
  const raster = flat(255, 0, 102);
  // (1 − .5) / .25 = 2, (0 − .5) / .5 = −1, (.4 − .5) / .5 = −.2
  const length = Math.hypot(2, 1, 0.2);
  const model = await open();
  const embedding = await model.embed(raster);
  expect(embedding.ok && Array.from(embedding.value)).toEqual(
    [2, -1, -0.2].map((value) => expect.closeTo(value / length, 5)),
  );
  const swapped = await open({ input: { ...manifest.input, channels: 'bgr' } });
  const other = await swapped.embed(raster);
  // (.4 − .5) / .25 = −.4 first, red last: (1 − .5) / .5 = 1
  expect(other.ok && Array.from(other.value)).toEqual(
    [-0.4, -1, 1].map((value) => expect.closeTo(value / Math.hypot(0.4, 1, 1), 5)),
  );
  await model.release();
  await swapped.release();
});

test('a centre crop looks at the middle only', async () => {
  const data = new Uint8Array(64 * 16 * 3);
  for (let at = 0; at < data.length; at += 3)
    if (Math.floor(at / 3) % 64 >= 24 && Math.floor(at / 3) % 64 < 40) data[at] = 255;
  const model = await open({ input: { ...manifest.input, fit: 'centre-crop', mean: [0, 0, 0], std: [1, 1, 1] } });
  const embedding = await model.embed({ width: 64, height: 16, data });
  expect(embedding.ok && Array.from(embedding.value)).toEqual([expect.closeTo(1, 5), 0, 0]);
  await model.release();
});

test.each([
  ['an unpinned model', { sha256: undefined }, /has no checksum/],
  ['another checksum', { sha256: '0'.repeat(64) }, /the manifest says 0000/],
  [
    'an unknown output',
    { output: { ...manifest.output, name: 'tokens' } },
    /set output.name in the manifest to one of the network's: means/,
  ],
] as const)('%s is refused with what to do', async (_, changes, message) => {
  const { sha256: _pinned, ...unpinned } = manifest;
  const base =
    'sha256' in changes && changes.sha256 === undefined
      ? unpinned
      : { ...manifest, ...(changes as Partial<ModelManifest>) };
  await writeFile(path.join(folder, 'means.onnx'), channelMeans);
  const opened = await openOwnModel(
    { ...base, manifestFile: '', modelFile: path.join(folder, 'means.onnx') },
    { threads: 1 },
  );
  expect(opened.ok ? '' : opened.failure).toMatch(message);
});

test('an output that does not fit the manifest is named', async () => {
  const model = await open({ output: { pooling: 'first-token', dimensions: 3 } });
  expect(await model.embed(flat(1, 2, 3))).toEqual({
    ok: false,
    failure: expect.stringContaining('output has shape [1, 3, 1, 1], but pooling "first-token" needs 3 axes'),
  });
  await model.release();
});

test('every ready manifest is valid', async () => {
  const names = [
    'clip-vit-base-patch32',
    'dinov2-base',
    'dinov2-small',
    'dinov3-vitb16',
    'dinov3-vits16',
    'siglip2-base-patch16-224',
    'sscd-disc-mixup',
  ];
  for (const name of names) {
    const read = await readManifest(path.join(import.meta.dirname, `../../models/${name}.yaml`));
    expect(read).toMatchObject({ ok: true, value: { name, file: `${name}.onnx` } });
  }
});

test('a manifest with mistakes names each place', () => {
  const checked = checkManifest({ ...manifest, input: { ...manifest.input, side: 4 }, colour: 1 });
  expect(checked.ok ? [] : checked.failure).toEqual(
    expect.arrayContaining([expect.stringContaining('/input/side'), '/ must NOT have additional properties: colour']),
  );
  const falling = checkManifest({ ...manifest, calibration: { version: 'x', knots: [[0, 0.5], [1, 0.4]] } }); // prettier-ignore
  expect(falling.ok ? [] : falling.failure).toEqual([
    '/calibration/knots/1 must rise in both values, with a score in 0…1',
  ]);
});

test('the fitted curve passes one half where labels change, and its knots rise', () => {
  const examples = Array.from({ length: 400 }, (_, index) => ({
    cosine: index / 400,
    same: index / 400 + (index % 7) * 0.02 > 0.66,
  }));
  const curve = fitPlatt(examples);
  expect(-curve.offset / curve.slope).toBeCloseTo(0.6, 1);
  const knots = knotsOfCurve(curve);
  expect(checkManifest({ ...manifest, calibration: { version: 'x', knots } }).ok).toBe(true);
});

test('calibrates from a labelled table', async () => {
  const rasters: Record<string, Raster> = {
    'red.png': flat(250, 10, 10),
    'rose.png': flat(230, 40, 30),
    'blue.png': flat(10, 10, 250),
    'a,b.png': flat(20, 40, 230),
  };
  const table = path.join(folder, 'pairs.csv');
  await writeFile(
    table,
    'first,second,label\nred.png,rose.png,1\nblue.png,"a,b.png",same\nred.png,blue.png,0\nrose.png,"a,b.png",different\n',
  );
  const pairs = await readLabelledPairs(table);
  if (!pairs.ok) throw new Error(pairs.failure.join());
  const model = await open();
  const readRaster = async (file: string): Promise<{ ok: true; value: Raster }> => ({
    ok: true,
    value: rasters[path.basename(file)] ?? flat(0, 0, 0),
  });
  const fitted = await calibrateOwnModel(model, pairs.value, { readRaster, version: 'v' });
  expect(fitted).toMatchObject({ ok: true, value: { version: 'v', pairs: 4, same: 2, rocArea: 1 } });
  const half = fitted.ok ? fitted.value.thresholds.find(({ score }) => score === 0.5) : undefined;
  expect(half).toMatchObject({ precision: 1, recall: 1, falsePositives: 0 });
  await model.release();
});

test('custom labels are told apart by name', async () => {
  const table = path.join(folder, 'kinds.csv');
  await writeFile(table, 'a,b,label\na.png,b.png,same-item\na.png,c.png,same-kind\na.png,d.png,Same-Picture\n');
  const read = await readLabelledPairs(table, ownLabels(['same-picture', ' same-item']));
  expect(read.ok && read.value.map(({ same }) => same)).toEqual([true, false, true]);
  const plain = await readLabelledPairs(table);
  expect(plain.ok ? [] : plain.failure).toEqual(
    expect.arrayContaining([expect.stringMatching(/^line 2: .*labels of your own with --same$/)]),
  );
});

test('a higher threshold finds no more and errs no more', async () => {
  const table = path.join(folder, 'greys.csv');
  const names = Array.from({ length: 12 }, (_, index) => `${index}.png`);
  const rows = names.flatMap((a, i) =>
    names.slice(i + 1).map((b, j) => `${a},${b},${j < 3 || (i + j) % 7 === 0 ? 1 : 0}`),
  );
  await writeFile(table, rows.join('\n'));
  const pairs = await readLabelledPairs(table);
  if (!pairs.ok) throw new Error(pairs.failure.join());
  const model = await open();
  const readRaster = async (file: string): Promise<{ ok: true; value: Raster }> => ({
    ok: true,
    value: flat(20 * Number.parseInt(path.basename(file), 10), 128, 200),
  });
  const fitted = await calibrateOwnModel(model, pairs.value, { readRaster, version: 'v' });
  if (!fitted.ok) throw new Error(fitted.failure);
  fitted.value.thresholds.slice(1).forEach((row, index) => {
    const before = fitted.value.thresholds[index];
    expect(row.cosine).toBeGreaterThan(before?.cosine ?? 2);
    expect(row.recall).toBeLessThanOrEqual(before?.recall ?? 0);
    expect(row.falsePositives).toBeLessThanOrEqual(before?.falsePositives ?? 0);
  });
  await model.release();
});

test('a table with mistakes names the lines', async () => {
  const table = path.join(folder, 'bad.csv');
  await writeFile(table, 'first,second,label\na.png,b.png,1\na.png,b.png,perhaps\n');
  const read = await readLabelledPairs(table);
  expect(read.ok ? [] : read.failure).toEqual([expect.stringMatching(/^line 3: expected/)]);
});
