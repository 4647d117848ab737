import { expect, test } from 'vitest';
import { join } from '../../../../picture/test/files/byte-writer.ts';
import { pnmBinary, pnmBitmap, pnmSamples, pnmText } from '../../../../picture/test/files/pnm-file.ts';
import { firstChannel, photoLike } from '../../../../picture/test/files/test-image.ts';
import { readPnm } from './read-pnm.ts';

const image = photoLike(11, 5);
const grey = firstChannel(image);

/** The samples, or the reason of the failure. */
function samplesOf(bytes: Uint8Array | string): number[] | string {
  const reading = readPnm(typeof bytes === 'string' ? join(bytes) : bytes);
  return reading.ok ? [...reading.value.data] : reading.failure.reason;
}

test.each([
  ['P6', pnmBinary(image), image],
  ['P5', pnmBinary(grey), grey],
  ['P3', pnmText(image), image],
  ['P2', pnmText(grey), grey],
])('%s of 8 bits is read unchanged', (_, bytes, source) => {
  expect(samplesOf(bytes)).toEqual([...source.data]);
});

test('P6 of 8 bits is not copied', () => {
  const bytes = pnmBinary(image);
  const reading = readPnm(bytes);
  expect(reading.ok && reading.value.data.buffer === bytes.buffer).toBe(true);
});

test.each(['binary', 'text'] as const)('a %s bitmap is black where its bits are set', (kind) => {
  expect(samplesOf(pnmBitmap(grey, kind))).toEqual([...grey.data].map((sample) => (sample < 128 ? 0 : 255)));
});

test('other maxima are scaled to the whole range', () => {
  const read = (maxSample: number, samples: readonly number[]): unknown =>
    samplesOf(pnmSamples({ width: samples.length, height: 1, channels: 1, maxSample }, samples));
  expect(read(1, [0, 1])).toEqual([0, 255]);
  expect(read(15, [0, 7, 15])).toEqual([0, 119, 255]);
  expect(read(100, [50, 200])).toEqual([128, 255]);
  expect(read(1_023, [0, 512, 1_023])).toEqual([0, 128, 255]);
  expect(read(65_535, [0, 255, 256, 65_535])).toEqual([0, 0, 1, 255]);
});

test('comments and unusual white space are skipped', () => {
  expect(samplesOf('P2#a\n# b\r2 #c\n1\t255\n#d\n1\n#e\n 2')).toEqual([1, 2]);
  expect(samplesOf('P1 3 1 10#x\n1')).toEqual([0, 255, 0]);
});

test.each([
  'P2 2 2 255 1 2 3',
  'P2 2 1 255 1 x',
  'P1 2 1 12',
  'P5 2 2 255\n\u0001\u0002\u0003',
  'P4 9 2 \u0001\u0002\u0003',
  'P6 1 1 70000\n123',
  'P5 1 1 0\n1',
  'P5 0 1 255\n',
  'P3 99999 99999 255 1',
  'P6 1',
  'P5 -1 1 255\n1',
])('%j is corrupt', (text) => {
  expect(samplesOf(text)).toBe('corrupt');
});
