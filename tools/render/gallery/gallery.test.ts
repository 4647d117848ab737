import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodeBmp } from '../output/bmp.ts';
import { encodePpm } from '../output/ppm.ts';
import { examplesFolder, readExample } from './folder.ts';
import { shots } from './plan.ts';

async function pixelsOf(name: string): Promise<Buffer> {
  return sharp(await readExample(name))
    .raw()
    .toBuffer();
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('committed pictures', () => {
  test('every planned picture is there, in its planned size', async () => {
    for (const { name, width, height } of shots) {
      const metadata = await sharp(await readExample(`${name}.jpg`)).metadata();
      expect([name, metadata.width, metadata.height]).toEqual([name, width, height]);
    }
  });

  test('no rendered picture is left over from an older plan', async () => {
    const files = await readdir(examplesFolder);
    const planned = new Set([...shots.map(({ name }) => `${name}.jpg`), 'contact-sheet.jpg']);
    expect(files.filter((file) => file.endsWith('.jpg') && !planned.has(file))).toEqual([]);
  });

  test('all lossless containers hold the pixels of the PNG', async () => {
    const data = await pixelsOf('formats/teapot.png');
    const picture = { width: 320, height: 240, data };
    expect(digest(await pixelsOf('formats/teapot.webp'))).toBe(digest(data));
    expect(digest(await pixelsOf('formats/teapot.tiff'))).toBe(digest(data));
    expect(digest(await readExample('formats/teapot.bmp'))).toBe(digest(encodeBmp(picture)));
    expect(digest(await readExample('formats/teapot.ppm'))).toBe(digest(encodePpm(picture)));
  });

  test('wrong pictures are wrong in the way their name says', async () => {
    expect((await sharp(await readExample('wrong/too-small.png')).metadata()).width).toBe(80);
    expect((await sharp(await readExample('wrong/rotated.jpg')).metadata()).orientation).toBe(6);
    expect((await sharp(await readExample('wrong/avif.png')).metadata()).format).toBe('heif');
    expect((await stat(`${examplesFolder}/wrong/too-many-bytes.bmp`)).size).toBeGreaterThan(4 * 1024 * 1024);
    await expect(sharp(await readExample('wrong/text.jpg')).metadata()).rejects.toThrow('unsupported');
    await expect(
      sharp(await readExample('wrong/truncated.jpg'), { failOn: 'error' })
        .raw()
        .toBuffer(),
    ).rejects.toThrow(/premature|corrupt|VipsJpeg/i);
  });
});

test('every pair names two files that exist', async () => {
  const [head, ...lines] = new TextDecoder()
    .decode(await readExample('pairs.csv'))
    .trim()
    .split('\n');
  expect(head).toBe('a,b,label');
  const names = new Set(lines.flatMap((line) => line.split(',').slice(0, 2)));
  for (const name of names) expect((await stat(`${examplesFolder}/${name}`)).isFile()).toBe(true);
  expect(new Set(lines.map((line) => line.split(',')[2]))).toEqual(
    new Set(['same-picture', 'same-item', 'same-kind', 'different']),
  );
});
