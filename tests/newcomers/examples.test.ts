import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPicture } from '@semblance/picture';
import { pictureFormats } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

const folder = join(root, 'examples');

function codeOf(file: string): string {
  const check = checkPicture(readFileSync(join(folder, file)), { which: 'primary' });
  return check.ok ? 'accepted' : check.code;
}

test('there is one picture of every format that the contract accepts, and it is accepted', () => {
  const expected = pictureFormats.map((format) => `teapot.${format.toLowerCase()}`);
  expect(readdirSync(join(folder, 'formats')).toSorted()).toEqual(expected.toSorted());
  for (const name of expected) expect([name, codeOf(`formats/${name}`)]).toEqual([name, 'accepted']);
});

test.each([
  ['too-small.png', 'UnsupportedPicPixels'],
  ['rotated.jpg', 'IncorrectOrientation'],
  ['too-many-bytes.bmp', 'InvalidPicContent'],
  ['text.jpg', 'UnsupportedPicFormat'],
  ['avif.png', 'UnsupportedPictureFormat'],
])('wrong/%s is refused with %s, and the README names it', (name, code) => {
  expect(codeOf(`wrong/${name}`)).toBe(code);
  expect(readText('examples/README.md')).toContain(`\`wrong/${name}\``);
});

test('that a picture is cut off in the middle of its data shows in decoding only', () => {
  expect(codeOf('wrong/truncated.jpg')).toBe('accepted');
});

test('every pair of the list is there, each once, under a known relation', () => {
  const [head, ...lines] = readText('examples/pairs.csv').trim().split('\n');
  expect(head).toBe('a,b,label');
  const rows = lines.map((line) => line.split(','));
  expect(rows.flatMap(([a = '', b = '']) => [a, b]).filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  expect(new Set(rows.map(([a, b]) => [a, b].toSorted().join())).size).toBe(rows.length);
  expect([...new Set(rows.map(([, , label]) => label))].toSorted()).toEqual([
    'different',
    'same-item',
    'same-kind',
    'same-picture',
  ]);
});
