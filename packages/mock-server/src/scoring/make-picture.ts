import { serviceTypes } from '@semblance/spec/limits';
import { createRandom } from '../answer/random.ts';
import { concatenate, pngChunk, zlibStored } from './png-chunks.ts';

/** Options of `makePicture`. */
export interface PictureOptions {
  /** Width in pixels; default the smallest that a generic instance accepts. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Pictures of different seeds look different; default 1. */
  readonly seed?: number | undefined;
  /** Chunks put before the picture data. */
  readonly extraChunks?: readonly Uint8Array[] | undefined;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const cellsPerSide = 8;

/**
 * A small valid PNG, black and white, one bit per pixel: a symmetric pattern of 8 × 8 cells as in identicons, one per
 * seed. 100 × 100 pixels make about 1.5 kB.
 */
export function makePicture(options: PictureOptions = {}): Uint8Array {
  const { minPixels } = serviceTypes.generic;
  const { width = minPixels, height = minPixels, seed = 1, extraChunks = [] } = options;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 1;
  return concatenate([
    signature,
    pngChunk('IHDR', header),
    ...extraChunks,
    pngChunk('IDAT', zlibStored(rows(width, height, seed))),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** Rows of one bit per pixel, each after its filter byte 0. */
function rows(width: number, height: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const half = cellsPerSide / 2;
  const cells = Array.from({ length: cellsPerSide * half }, () => random() < 0.5);
  const rowBytes = 1 + Math.ceil(width / 8);
  const data = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor((x * cellsPerSide) / width);
      const mirrored = column < half ? column : cellsPerSide - 1 - column;
      if (cells[Math.floor((y * cellsPerSide) / height) * half + mirrored] === true)
        data[y * rowBytes + 1 + (x >>> 3)] = (data[y * rowBytes + 1 + (x >>> 3)] ?? 0) | (0x80 >>> (x & 7));
    }
  }
  return data;
}
