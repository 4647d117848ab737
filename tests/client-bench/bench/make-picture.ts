import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Writes a JPEG of about the wanted size: noise over a gradient, whose amount decides how well it compresses. @returns its bytes. */
export async function makePicture(path: string, wantedBytes: number, seed: number): Promise<number> {
  const width = wantedBytes > 1_000_000 ? 2900 : 980;
  const height = Math.round(width * 0.75);
  const pixels = noisePixels(width, height, seed);
  let bytes = Buffer.alloc(0);
  for (let quality = 98; quality > 20 && (bytes.length === 0 || bytes.length > wantedBytes); quality -= 2) {
    bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
  }
  await writeFile(path, bytes);
  return bytes.length;
}

function noisePixels(width: number, height: number, seed: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let index = 0; index < pixels.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    pixels[index] = (((index / 3) % width) / width) * 200 + (state & 31);
  }
  return pixels;
}
