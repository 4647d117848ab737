import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainFeatures, plainPicture } from '../../test/pictures/plain-features.ts';
import type { AnalysedPicture } from './analyser.ts';
import { fromEntry, toEntry } from './feature-entry.ts';
import { encodeFeatures } from './feature-layout.ts';

const seal = { name: 'one', secret: 'k'.repeat(32) };
const headBytes = 72;

/** Content under a proper seal: as whoever knows the secret, or whoever writes to a disk, could make it. */
function sealed(
  content: Uint8Array,
  { name, secret }: { readonly name: string; readonly secret?: string } = seal,
): Buffer {
  const head = Buffer.concat([Buffer.from('SMBF2\n\0\0', 'latin1'), createHash('sha256').update(name).digest()]);
  const digest = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return Buffer.concat([head, digest.update(head).update(content).digest(), content]);
}

function contentOf(picture: AnalysedPicture): Buffer {
  return Buffer.from(encodeFeatures(picture) ?? []);
}

const floats = (length: number): fc.Arbitrary<Float32Array> =>
  fc
    .array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 9 })
    .map((some) => Float32Array.from({ length }, (_, at) => some[at % some.length] ?? 0));

const features = fc.record({
  points: fc.integer({ min: 0, max: 40 }),
  values: floats(64),
  words: fc.uint32Array({ minLength: 8, maxLength: 8 }),
});

const views = fc.record({
  frame: fc.nat(1000),
  ground: fc.constantFrom(undefined, 'white' as const, 'black' as const),
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
  own: fc.option(floats(384)),
  features,
});

const pictures: fc.Arbitrary<AnalysedPicture> = fc
  .record({
    views: fc.array(views, { minLength: 1, maxLength: 3 }),
    isEmpty: fc.boolean(),
    frameCount: fc.integer({ min: 1, max: 5000 }),
    isDefaultImageOnly: fc.boolean(),
  })
  .map((picture) => ({ ...picture, views: picture.views.map(viewOf) as unknown as AnalysedPicture['views'] }));

function viewOf(given: typeof views extends fc.Arbitrary<infer View> ? View : never): AnalysedPicture['views'][0] {
  const { frame, ground, width, height, own } = given;
  const { points, values, words } = given.features;
  const plain = plainFeatures(values[0] ?? 0, points);
  plain.embeddings.block13.set(values);
  const descriptors = Uint32Array.from({ length: 8 * points }, (_, at) => words[at % 8] ?? 0);
  const builtIn = { ...plain, local: { ...plain.local, descriptors } };
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => at * 7);
  const raster = { width, height, data };
  return {
    frame,
    ...(ground === undefined ? {} : { ground }),
    raster,
    features: own === null ? builtIn : { embedding: own, builtIn },
  };
}

test('whatever was analysed comes back as it was', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const entry = toEntry(seal, picture);
      expect(entry === undefined ? undefined : fromEntry(seal, entry)).toEqual(picture);
    }),
    { numRuns: 60 },
  );
});

test('features are read into memory of their own, aligned, whatever they were cut from', () => {
  const entry = toEntry(seal, plainPicture(7)) ?? Buffer.alloc(0);
  const shifted = Buffer.concat([Buffer.alloc(1), entry]).subarray(1);
  expect(fromEntry(seal, shifted)).toEqual(plainPicture(7));
  shifted.fill(0);
  expect(fromEntry(seal, entry)).toEqual(plainPicture(7));
});

test('an entry is believed only whole, under its name, and made with the secret', () => {
  const entry = toEntry(seal, plainPicture(7)) ?? Buffer.alloc(0);
  expect(fromEntry({ ...seal, name: 'two' }, entry)).toBeUndefined();
  expect(fromEntry({ ...seal, secret: 'j'.repeat(32) }, entry)).toBeUndefined();
  expect(fromEntry({ name: 'one' }, entry)).toBeUndefined();
  const unsealed = toEntry({ name: 'one' }, plainPicture(7)) ?? Buffer.alloc(0);
  expect(fromEntry({ name: 'one' }, unsealed)).toEqual(plainPicture(7));
  expect(fromEntry(seal, unsealed)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(entry.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(entry);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(fromEntry(seal, changed)).toBeUndefined();
      expect(fromEntry(seal, entry.subarray(0, at))).toBeUndefined();
    }),
  );
});

test('bytes of any kind under a proper seal: no error, and nothing but what they say to the bit', () => {
  const whole = contentOf(plainPicture(7));
  const damaged = fc
    .record({
      from: fc.oneof(fc.nat(400), fc.nat(whole.length), fc.constant(whole.length)),
      cut: fc.nat(64),
      put: fc.uint8Array({ maxLength: 64 }),
      upTo: fc.option(fc.nat(whole.length)),
    })
    .map(({ from, cut, put, upTo }) =>
      Buffer.concat([whole.subarray(0, from), put, whole.subarray(from + cut)]).subarray(0, upTo ?? undefined),
    );
  const isFaithful = fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), (content) => {
    const picture = fromEntry(seal, sealed(content));
    return picture === undefined || contentOf(picture).equals(content);
  });
  expect(fc.check(isFaithful, { numRuns: 2000 })).toMatchObject({ failed: false });
});

test('numbers that claim more than there is cost nothing', () => {
  const whole = contentOf(plainPicture(7));
  const claims = Array.from({ length: headBytes / 4 }, (_, word) => {
    const content = Buffer.from(whole);
    content.writeUInt32LE(0xff_ff_ff_ff, word * 4);
    return content;
  });
  const before = process.cpuUsage();
  const read = claims.map((content) => fromEntry(seal, sealed(content)));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
  // A number of a frame may be any; nothing else may.
  expect(read.filter((picture) => picture !== undefined).length).toBeLessThanOrEqual(claims.length / 2);
});

test('features of other shapes are not kept', () => {
  const [view] = plainPicture(7).views;
  const { builtIn, raster } = { builtIn: plainFeatures(7), raster: view.raster };
  const strange: AnalysedPicture['views'][0][] = [
    { frame: 0, raster, features: { ...builtIn, lab: new Float32Array(7).fill(1) } },
    { frame: 0, raster, features: { ...builtIn, lab: builtIn.lab.map(() => Number.NaN) } },
    { frame: 0, raster, features: { ...builtIn, typicality: Number.NaN } },
    { frame: 0, raster, features: { ...builtIn, local: { ...builtIn.local, y: new Float32Array(1) } } },
    { frame: 0, raster, features: { embedding: new Float32Array(), builtIn } },
    { frame: 0, raster: { width: 9, height: 9, data: raster.data }, features: builtIn },
    { frame: 0, raster: { width: 0, height: 9, data: new Uint8Array() }, features: builtIn },
    { frame: 0.5, raster, features: builtIn },
  ];
  for (const one of strange) expect(toEntry(seal, { ...plainPicture(7), views: [one] })).toBeUndefined();
});
