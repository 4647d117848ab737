import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { writeOnnx } from '../../../../tools/model/onnx-writer.ts';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key } from './support/call.ts';

let directory: string;
let manifest: string;
let engine: Engine;

/** A network whose embedding is the mean of each channel. */
const channelMeans = writeOnnx({
  name: 'means',
  inputs: [{ name: 'pixels', dimensions: [1, 3, 16, 16] }],
  outputs: [{ name: 'means', dimensions: [1, 3, 1, 1] }],
  initializers: [],
  nodes: [{ operator: 'GlobalAveragePool', inputs: ['pixels'], outputs: ['means'] }],
});

const accessKeys = [{ ...key, account: '1000' }];
const instances = [
  { name: 'own', owner: '1000', similarityProfile: 'means' },
  { name: 'builtin', owner: '1000' },
  { name: 'chairs', owner: '1000', serviceType: 'furniture' },
  { name: 'plainchairs', owner: '1000', serviceType: 'furniture', similarityProfile: 'default' },
];
const similarityProfiles = { furniture: 'means' };

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-profile-'));
  manifest = path.join(directory, 'means.yaml');
  await writeFile(path.join(directory, 'means.onnx'), channelMeans);
  const text = stringify({
    name: 'means',
    file: 'means.onnx',
    sha256: createHash('sha256').update(channelMeans).digest('hex'),
    input: { side: 16, fit: 'squash', layout: 'nchw', channels: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] },
    output: { pooling: 'mean-cells', dimensions: 3 },
    calibration: { version: 'test', knots: [[0, 0.1], [1, 0.9]] }, // prettier-ignore
  });
  await writeFile(manifest, text);
  const profiles = [{ name: 'means', manifest }];
  engine = await startEngine({
    port: 0,
    settings: { accessKeys, instances, profiles, similarityProfiles, limits: { workers: 1 } },
  });
}, 120_000);
afterAll(async () => {
  await engine.stop();
  await rm(directory, { recursive: true });
});

/** A picture of one colour. */
function flat(red: number, green: number, blue: number): string {
  const pixels = Buffer.from(Array.from({ length: 120 * 100 }, () => [red, green, blue]).flat());
  return Buffer.concat([Buffer.from('P6\n120 100\n255\n'), pixels]).toString('base64');
}

async function score(instance: string, first: string, second: string): Promise<unknown> {
  const parameters = { InstanceName: instance, PrimaryPicContent: first, SecondaryPicContent: second };
  return (await call(engine, parameters)).json['Score'];
}

test('an instance with a profile of its own is scored by its model and calibration', async () => {
  // Orthogonal embeddings, then ones at 45°.
  expect(await score('own', flat(255, 0, 0), flat(0, 255, 0))).toBeCloseTo(0.1, 5);
  expect(await score('own', flat(255, 0, 0), flat(200, 200, 0))).toBeCloseTo(0.1 + 0.8 * Math.SQRT1_2, 3);
  expect(await score('own', flat(255, 0, 0), flat(254, 0, 0))).toBeCloseTo(0.9, 5);
  expect(await score('own', flat(255, 0, 0), flat(255, 0, 0))).toBe(1);
});

test('another instance of the same engine is not', async () => {
  expect(await score('builtin', flat(255, 0, 0), flat(254, 0, 0))).not.toBeCloseTo(0.9, 3);
});

test('an instance that names no profile has that of its service type', async () => {
  const [red, orange] = [flat(255, 0, 0), flat(200, 200, 0)];
  const own = await score('own', red, orange);
  expect(await score('chairs', red, orange)).toBe(own);
  const builtIn = await score('builtin', red, orange);
  expect(builtIn).not.toBe(own);
  expect(await score('plainchairs', red, orange)).toBe(builtIn);
});

test('what does not fit is said at start', async () => {
  const start = (settings: object): Promise<Engine> => startEngine({ port: 0, settings: { accessKeys, ...settings } });
  await expect(start({ instances })).rejects.toThrow('instances.own: there is no profile means');
  await expect(start({ similarityProfiles: { furniture: 'weave' } })).rejects.toThrow(
    'similarityProfiles.furniture: there is no profile weave; there are default',
  );
  await expect(start({ similarityProfiles: { carpets: 'default' } })).rejects.toThrow(
    'is no setting; there are product, generic',
  );
  const altered = path.join(directory, 'altered.yaml');
  const pinned = await readFile(manifest, 'utf8');
  const profiles = [{ name: 'means', manifest: altered }];
  await writeFile(altered, pinned.replace(/sha256: .*/, ''));
  await expect(start({ instances, profiles })).rejects.toThrow(
    /profile means: .*has no checksum: run "semblance model check"/,
  );
  await writeFile(altered, pinned.replace(/sha256: .*/, `sha256: '${'0'.repeat(64)}'`));
  await expect(start({ instances, profiles })).rejects.toThrow(/profile means: .*the manifest says 0000/);
  const missing = { instances, profiles: [{ name: 'means', manifest: path.join(directory, 'nowhere.yaml') }] };
  await expect(start(missing)).rejects.toThrow(/profile means: .*nowhere\.yaml cannot be read/);
});
