import { expect, test } from 'vitest';
import { decodeFailureOf } from './decode-failure.ts';

test.each([
  ['timeout: 42% complete', { reason: 'too-slow', timeoutMs: 4_000 }],
  ['tiff2vips: tiled separate planes not supported', { reason: 'unsupported-variant' }],
  ['LZMA compression support is not configured', { reason: 'unsupported-variant' }],
  ['VipsJpeg: premature end of JPEG image', { reason: 'corrupt' }],
  ['Input buffer contains unsupported image format', { reason: 'corrupt' }],
  ['pngload_buffer: libspng read error', { reason: 'corrupt' }],
])('%s', (message, expected) => {
  expect(decodeFailureOf(new Error(message), 4_000)).toMatchObject(expected);
});

test('a long message is shortened, and any thrown value is accepted', () => {
  const failure = decodeFailureOf(`${'source: bad seek\n'.repeat(1_000)}`, 4_000);
  expect(failure.reason === 'corrupt' && failure.cause.length).toBe(200);
});
