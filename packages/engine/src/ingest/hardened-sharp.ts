import sharp from 'sharp';
import type { Sharp, SharpOptions } from 'sharp';
import type { PictureFormat } from '@semblance/picture';
import type { RawPixels } from './raw-pixels.ts';

/** The formats that libvips decodes; the others have readers of this project. */
export type LibvipsFormat = Exclude<PictureFormat, 'bmp' | 'ppm'>;

/** The loaders that stay open: one per format, from memory only. */
const openLoaders: Readonly<Record<LibvipsFormat, string>> = {
  jpeg: 'VipsForeignLoadJpegBuffer',
  png: 'VipsForeignLoadPngBuffer',
  webp: 'VipsForeignLoadWebpBuffer',
  gif: 'VipsForeignLoadNsgifBuffer',
  tiff: 'VipsForeignLoadTiffBuffer',
};

/** How damage is treated. `error` accepts the many files with harmless flaws; `warning` refuses any file with a decoder warning. */
export type Strictness = 'error' | 'warning';

/** 4096 × 4096: the most that the contract allows for any service type. */
export const maxPixels = 16_777_216;
let isHardened = false;

/** Whether libvips decodes this format. */
export function isLibvipsFormat(format: PictureFormat): format is LibvipsFormat {
  return format in openLoaders;
}

/** Which part of a file is opened. */
export interface Opening {
  readonly strictness?: Strictness;
  /** The first frame or page that is decoded; default 0. */
  readonly frame?: number;
  /** Number of frames to decode, stacked vertically; default 1. */
  readonly frames?: number;
}

/**
 * Opens an encoded picture for decoding. The first call hardens this process: all but five libvips loaders are blocked, nothing is cached,
 * and one picture uses one thread, so that the caller controls concurrency.
 */
export function openEncoded(bytes: Uint8Array, { strictness = 'error', frame = 0, frames = 1 }: Opening = {}): Sharp {
  harden();
  const options: SharpOptions = {
    failOn: strictness,
    limitInputPixels: maxPixels,
    sequentialRead: true,
    page: frame,
    pages: frames,
  };
  return sharp(bytes, options);
}

/** Wraps decoded pixels. */
export function openRaw(pixels: RawPixels): Sharp {
  harden();
  const { width, height, channels, data } = pixels;
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: maxPixels });
}

function harden(): void {
  if (isHardened) return;

  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: Object.values(openLoaders) });
  isHardened = true;
}

/** Whether the samples of a page are supported: integers of 8 or 16 bits. */
export async function isPlainPage(bytes: Uint8Array, frame: number): Promise<boolean> {
  const facts = await openEncoded(bytes, { frame })
    .metadata()
    .catch(() => undefined);
  return facts?.depth === 'uchar' || facts?.depth === 'ushort';
}

/** Duration of each frame of an animation in milliseconds; empty for files without durations. */
export async function frameDelaysMs(bytes: Uint8Array): Promise<readonly number[]> {
  const facts = await openEncoded(bytes).metadata();
  return facts.delay ?? [];
}
