import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { decodeFitted } from './decode-fitted.ts';
import { decodeHalfLuma } from './decode-half-luma.ts';
import { meansOfKept } from './decode-planes.ts';
import { readPlainHead } from './scan-head.ts';

const source = path.join(import.meta.dirname, '../../../../../examples/mug-daily-front.jpg');
const size = { width: 1155, height: 866, fit: 'fill' } as const;

/** A picture that leaves coefficients of every size: nothing but black and white. */
function checks(): Sharp {
  const data = Buffer.from(Array.from({ length: size.width * size.height }, (_, at) => (((at * 7919) >> 5) % 3) * 127));
  return sharp(data, { raw: { width: size.width, height: size.height, channels: 1 } });
}

const encodings: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['an ordinary one', async () => sharp(source).resize(size).jpeg().toBuffer()],
  ['colours at full size', async () => sharp(source).resize(size).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
  ['grey', async () => sharp(source).resize(size).toColourspace('b-w').jpeg().toBuffer()],
  ['the largest coefficients', async () => checks().jpeg({ quality: 100 }).toBuffer()],
  ['next to none', async () => sharp(source).resize(size).jpeg({ quality: 1 }).toBuffer()],
  ['twice as large', async () => sharp(source).resize(2310, 1731, { fit: 'fill' }).jpeg().toBuffer()],
];

/** Whether coefficients of the picture are kept. */
function isKept(bytes: Uint8Array): boolean {
  const head = readPlainHead(bytes);
  if (head === undefined) throw new Error('not plainly coded');
  return meansOfKept(head, { kind: 'means', weights: new Int16Array(64) }, 1) !== undefined;
}

test.each(encodings)('the detail of a picture is the same after it was decoded: %s', async (_, encode) => {
  const bytes = await encode();
  const before = decodeHalfLuma(bytes);
  expect(before).toBeDefined();
  expect(isKept(bytes)).toBe(false);
  expect(decodeFitted(bytes, 320)).toBeDefined();
  expect(isKept(Uint8Array.from(bytes))).toBe(true);
  expect(decodeHalfLuma(bytes)).toEqual(before);
});

test('both pictures of a pair are kept, and no third one', async () => {
  const pictures = await Promise.all(
    [50, 60, 70].map((quality) => sharp(source).resize(size).jpeg({ quality }).toBuffer()),
  );
  for (const bytes of pictures) decodeFitted(bytes, 320);
  expect(pictures.map(isKept)).toEqual([false, true, true]);
});

test('a picture that was changed in place is another one', async () => {
  const bytes = await sharp(source).resize(size).jpeg().toBuffer();
  const brighter = await sharp(source).resize(size).modulate({ brightness: 1.4 }).jpeg().toBuffer();
  decodeFitted(bytes, 320);
  const quantisers = bytes.indexOf(Buffer.from([0xff, 0xdb]));
  bytes[quantisers + 5] = (bytes[quantisers + 5] ?? 0) + 9;
  expect(isKept(bytes)).toBe(false);
  const length = Math.min(bytes.length, brighter.length);
  bytes.set(brighter.subarray(0, length));
  expect(isKept(bytes)).toBe(false);
});

test('what is kept has bounds', async () => {
  const large = await checks().resize(3000, 2000, { kernel: 'nearest' }).jpeg({ quality: 100 }).toBuffer();
  expect(large.length).toBeGreaterThan(1_048_576);
  expect(decodeFitted(large, 320)).toBeDefined();
  expect(isKept(large)).toBe(false);
  const small = await sharp(source).resize(800, 600, { fit: 'fill' }).jpeg().toBuffer();
  decodeFitted(small, 320);
  expect(isKept(small)).toBe(false);
});
