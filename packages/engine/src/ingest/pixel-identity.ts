import type { PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import type { ViewName } from './decode-views.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import type { PictureDecoder } from './picture-decoder.ts';
import { samePngAnimation } from './png-animation.ts';
import { readableFrames } from './representative-frames.ts';
import { areEqualBytes, lookEqual } from './seen-pixels.ts';

/** A view of a picture with its small raster. */
export interface SmallView extends ViewName {
  readonly raster: Raster;
}

/** A picture with its file and its small views. */
export interface DecodedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
  readonly views: readonly SmallView[];
}

/** Two pictures and a decoder. */
interface DecodedPair {
  readonly decoder: PictureDecoder;
  readonly first: DecodedPicture;
  readonly second: DecodedPicture;
}

type PixelComparison = Promise<Result<boolean, DecodeFailure>>;

/**
 * Mean absolute difference of small rasters, in 1/255, above which pixels are not compared. Equal pixels in lossless
 * containers give 0; a JPEG and its decoded copy differ a little, because only the JPEG is shrunk while being decoded.
 */
const maxMeanDifference = 3;
/** Animations with more pixels in total are the same picture only if their files are equal. */
const maxAnimationPixels = 100_000_000;

/** Most pixels of frames decoded together, equal to the most that any file may have. */
const maxStripPixels = 4096 * 4096;

const yes = { ok: true, value: true } as const;
const no = { ok: true, value: false } as const;

/**
 * Whether two pictures look exactly the same, in any container: the pixels of every frame at full size with their alpha (invisible colour
 * does not count), the number of frames, and their durations. Equal bytes are decided at once; pictures of different size or appearance are
 * not decoded again. Takes up to 4 bytes per pixel of both pictures, for one frame at a time.
 */
export async function haveEqualPixels(
  decoder: PictureDecoder,
  first: DecodedPicture,
  second: DecodedPicture,
): PixelComparison {
  if (areEqualBytes(first.bytes, second.bytes)) return yes;
  if (!mayHaveEqualPixels(first, second)) return no;
  const pair: DecodedPair = { decoder, first, second };
  return first.header.frameCount === 1 ? haveEqualStills(pair) : haveEqualFrames(pair);
}

/**
 * Whether two pictures may have equal pixels and have to be decoded at full size: same size and number of frames, and small views that are
 * equal (or close, if one of the files is lossy).
 */
export function mayHaveEqualPixels(first: DecodedPicture, second: DecodedPicture): boolean {
  const [one, two] = [first.header, second.header];
  const hasEqualSize = one.width === two.width && one.height === two.height;
  if (!hasEqualSize || one.frameCount !== two.frameCount || first.views.length !== second.views.length) return false;
  const areBothLossless = one.lossless && two.lossless;
  return first.views.every((view, index) => {
    const other = second.views[index];
    return (
      other !== undefined && view.ground === other.ground && mayBeEqual(view.raster, other.raster, areBothLossless)
    );
  });
}

function mayBeEqual(first: Raster, second: Raster, areBothLossless: boolean): boolean {
  if (first.data.length !== second.data.length) return false;
  return areBothLossless ? areEqualBytes(first.data, second.data) : differLittle(first.data, second.data);
}

/** Bytes after which it is asked whether more need to be looked at. */
const stretchBytes = 4096;

/**
 * Whether the mean difference is within the bound; the first values of pictures that differ tell. Those in the middle come
 * first: many show one thing or another on the same ground.
 */
function differLittle(first: Uint8Array, second: Uint8Array): boolean {
  const most = maxMeanDifference * first.length;
  const stretches = Math.ceil(first.length / stretchBytes);
  let total = 0;
  for (let index = 0; index < stretches && total <= most; index += 1) {
    const stretch = (index + (stretches >> 1)) % stretches;
    total += sumOfDifferences(first, second, stretch * stretchBytes);
  }
  return total <= most;
}

function sumOfDifferences(first: Uint8Array, second: Uint8Array, from: number): number {
  const end = Math.min(first.length, from + stretchBytes);
  let total = 0;
  for (let index = from; index < end; index += 1)
    total += Math.abs((first[index] as number) - (second[index] as number));

  return total;
}

async function haveEqualStills({ decoder, first, second }: DecodedPair, frame = 0): PixelComparison {
  const whole = { maxSidePx: Number.POSITIVE_INFINITY, frame };
  const one = await decoder.decodePixels(first.bytes, first.header, whole);
  if (!one.ok) return one;
  const two = await decoder.decodePixels(second.bytes, second.header, whole);
  return two.ok ? { ok: true, value: lookEqual(one.value, two.value) } : two;
}

async function haveEqualFrames(pair: DecodedPair): PixelComparison {
  const { decoder, first, second } = pair;
  const { format, frameCount, width, height } = first.header;
  if (format !== second.header.format && (readableFrames(first.header) === 1 || readableFrames(second.header) === 1))
    return no;
  if (format === 'png') return samePngAnimation(first.bytes, second.bytes) ? haveEqualStills(pair) : no;
  if (frameCount * width * height > maxAnimationPixels) return no;
  const [one, two] = [await decoder.frameDelaysMs(first.bytes), await decoder.frameDelaysMs(second.bytes)];
  if (one.length !== two.length || one.some((delayMs, at) => delayMs !== two[at])) return no;
  return format === 'tiff' ? haveEqualPages(pair) : haveEqualStrips(pair);
}

/** Compares pages one after the other, as they may differ in size. */
async function haveEqualPages(pair: DecodedPair): PixelComparison {
  for (let page = 0; page < pair.first.header.frameCount; page += 1) {
    const equal = await haveEqualStills(pair, page);
    // An unreadable later page does not count as equal.
    if (!equal.ok) return page === 0 ? equal : no;
    if (!equal.value) return no;
  }
  return yes;
}

/** Compares as many frames at once as fit, because frames are drawn over each other and a decoder starts from the first. */
async function haveEqualStrips({ decoder, first, second }: DecodedPair): PixelComparison {
  const { frameCount, width, height } = first.header;
  const atOnce = Math.max(1, Math.floor(maxStripPixels / (width * height)));
  for (let frame = 0; frame < frameCount; frame += atOnce) {
    const opening = { frame, frames: Math.min(atOnce, frameCount - frame) };
    const one = await decoder.decodeStrip(first.bytes, opening);
    const two = await decoder.decodeStrip(second.bytes, opening);
    if (!one.ok || !two.ok || !lookEqual(one.value, two.value)) return no;
  }
  return yes;
}
