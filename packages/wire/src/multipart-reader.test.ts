import { describe, expect, test } from 'vitest';
import { boundaryOf, MultipartError, MultipartReader } from './multipart-reader.ts';

const boundary = 'boundary5711171067b6';

/** Reads a form cut into pieces of `size` bytes. */
function read(form: Buffer, size: number): Record<string, string> {
  const parts: Record<string, string> = {};
  let current = '';
  let content: Buffer[] = [];
  const reader = new MultipartReader(boundary, {
    onPart: (name, isFile) => {
      current = isFile ? `file:${name}` : name;
      content = [];
    },
    onData: (chunk) => content.push(Buffer.from(chunk)),
    onPartEnd: () => {
      parts[current] = Buffer.concat(content).toString('latin1');
    },
  });
  for (let at = 0; at < form.length; at += size) reader.write(form.subarray(at, at + size));
  reader.end();
  return parts;
}

const field = (name: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="imagesearch/2c0f"\r\nContent-Type: \r\n\r\n`;

/** A form as the 4.x clients write it: no line break between the file and the boundary after it. */
function malformed(file: string): Buffer {
  return Buffer.from(
    `${field('key', 'k')}${fileHead}${file}${field('success_action_status', '201')}\r\n--${boundary}--\r\n`,
    'latin1',
  );
}

/** A form as the standard prescribes and the older clients write it. */
function wellFormed(file: string): Buffer {
  return Buffer.from(`${field('key', 'k')}${fileHead}${file}\r\n--${boundary}--\r\n`, 'latin1');
}

const files: readonly (readonly [string, string])[] = [
  ['plain bytes', 'abc\0\xff\r\ndef'],
  ['no bytes', ''],
  ['something like the boundary', `x--${boundary}y\r\n--${boundary.slice(0, -1)}\r\nz--`],
  ['dashes and line breaks at the end', 'x--\r'],
  ['a long run', 'q'.repeat(5000)],
];

describe.each(files)('%s', (_name, file) => {
  test.each([1, 2, 3, 7, 64, 100_000])('arrive exactly, in pieces of %i', (size) => {
    expect(read(malformed(file), size)).toEqual({
      key: 'k',
      'file:file': file,
      success_action_status: '201\r\n',
    });
    expect(read(wellFormed(file), size)).toEqual({ key: 'k', 'file:file': file });
  });
});

test.each([
  ['another beginning', Buffer.from(`\r\nx--${boundary}--\r\n`)],
  ['no end', wellFormed('abc').subarray(0, -20)],
  ['a part without a name', Buffer.from(`--${boundary}\r\nContent-Type: x\r\n\r\nabc\r\n--${boundary}--\r\n`)],
  ['endless headers', Buffer.from(`--${boundary}\r\n${'x: y\r\n'.repeat(2000)}`)],
  ['nothing', Buffer.from('')],
])('%s is refused', (_name, form) => {
  expect(() => read(form, 50)).toThrow(MultipartError);
});

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data;charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', undefined],
  ['application/json; boundary=abc', undefined],
  [undefined, undefined],
])('the boundary of %s', (contentType, expected) => {
  expect(boundaryOf(contentType)).toBe(expected);
});

test('a file of nothing but starts of its boundary is read in one pass', () => {
  const longest = `${'-'.repeat(198)}x`;
  const [chunk, chunks] = [Buffer.alloc(65_536, '-'), 128];
  let bytes = 0;
  const reader = new MultipartReader(longest, {
    onPart: () => undefined,
    onData: ({ length }) => (bytes += length),
    onPartEnd: () => undefined,
  });
  const before = process.cpuUsage();
  reader.write(Buffer.from(`--${longest}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`));
  for (let written = 0; written < chunks; written += 1) reader.write(chunk);
  reader.write(Buffer.from(`\r\n--${longest}--`));
  const { user, system } = process.cpuUsage(before);
  reader.end();
  expect(bytes).toBe(chunk.length * chunks);
  // Tens of milliseconds; beginning anew at every byte took seconds.
  expect((user + system) / 1000).toBeLessThan(1000);
});
