import sharp from 'sharp';
import { encodeBmp } from '../output/bmp.ts';
import { toSharp } from '../output/encode.ts';
import type { RgbPicture } from '../trace/develop.ts';
import { readExample, writeExample } from './folder.ts';

/** Writes pictures that must be refused, one per reason; returns their names. */
export async function writeWrong(picture: RgbPicture): Promise<string[]> {
  const jpeg = await readExample('mug-dots-front.jpg');
  const files: Readonly<Record<string, Uint8Array>> = {
    'wrong/too-small.png': await toSharp(picture).resize(80, 60).png().toBuffer(),
    'wrong/rotated.jpg': await sharp(jpeg)
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 88 })
      .toBuffer(),
    'wrong/too-many-bytes.bmp': encodeBmp(await enlarged(picture)),
    'wrong/text.jpg': new TextEncoder().encode('This is a note about a mug, not a picture of one.\n'.repeat(20)),
    'wrong/truncated.jpg': jpeg.subarray(0, Math.round(jpeg.length * 0.4)),
    'wrong/avif.png': await toSharp(picture).avif({ quality: 50, effort: 2 }).toBuffer(),
  };
  for (const [name, bytes] of Object.entries(files)) await writeExample(name, bytes);
  return Object.keys(files);
}

/** 1200 × 1200 at 24 bits is 4.3 MB, over the limit of 4 MiB; few colours, so that archives stay small. */
async function enlarged(picture: RgbPicture): Promise<RgbPicture> {
  const [width, height] = [1200, 1200];
  const small = await toSharp(picture).resize(150, 150, { fit: 'cover' }).raw().toBuffer();
  const flat = small.map((value) => Math.round(value / 51) * 51);
  const large = sharp(flat, { raw: { width: 150, height: 150, channels: 3 } }).resize(width, height, {
    kernel: 'nearest',
  });
  return { width, height, data: await large.raw().toBuffer() };
}
