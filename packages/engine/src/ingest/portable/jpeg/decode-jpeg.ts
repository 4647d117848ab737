import type { Raster } from '../../../raster.ts';
import { enlargePlane } from './enlarge-plane.ts';
import type { Plane } from './enlarge-plane.ts';
import type { Component, ComponentLayout, FrameLayout } from './frame.ts';
import { inverseDct } from './inverse-dct.ts';
import type { BlockSide } from './inverse-dct.ts';
import { readJpeg } from './read-jpeg.ts';
import type { JpegPicture } from './read-jpeg.ts';
import type { JpegProblem } from './read-segments.ts';

/** Factor by which a JPEG is shrunk during decoding. */
export type JpegShrink = 1 | 2 | 4 | 8;

/** Side of decoded blocks. Colour planes are shrunk less than brightness if that avoids enlarging them afterwards. */
export function blockSideOf(
  { across, down }: Pick<ComponentLayout, 'across' | 'down'>,
  { mostAcross, mostDown }: FrameLayout,
  least: BlockSide,
): BlockSide {
  let side: number = least;
  const divides = (twice: number): boolean =>
    (mostAcross * least) % (across * twice) === 0 && (mostDown * least) % (down * twice) === 0;
  while (side < 8 && divides(side * 2)) side *= 2;
  return side as BlockSide;
}

function planeOf(component: Component, { frame, quantTables }: JpegPicture, least: BlockSide): Plane {
  const side = blockSideOf(component, frame, least);
  const quant = quantTables[component.quantTable];
  if (quant === undefined) throw new RangeError('a plane names a table that was not defined');
  const { blocksAcross, blocksDown, coefficients } = component;
  const stride = blocksAcross * side;
  const samples = new Uint8ClampedArray(stride * blocksDown * side);
  for (let row = 0; row < blocksDown; row += 1) {
    for (let column = 0; column < blocksAcross; column += 1) {
      const from = (row * component.stride + column) * 64;
      inverseDct({ coefficients, from, quant }, side, { samples, stride, to: (row * stride + column) * side });
    }
  }
  const width = Math.ceil((frame.width * component.across * side) / (frame.mostAcross * 8));
  const height = Math.ceil((frame.height * component.down * side) / (frame.mostDown * 8));
  const factors = {
    across: (frame.mostAcross * least) / (component.across * side),
    down: (frame.mostDown * least) / (component.down * side),
  };
  return enlargePlane({ width, height, stride, samples }, factors, least > 1);
}

/** Nearest whole numbers of the products, as libjpeg's tables hold them. */
const redOf = (cr: number): number => (91_881 * (cr - 128) + 32_768) >> 16;
const blueOf = (cb: number): number => (116_130 * (cb - 128) + 32_768) >> 16;
const greenOf = (cb: number, cr: number): number => (-22_554 * (cb - 128) - 46_802 * (cr - 128) + 32_768) >> 16;

interface Size {
  readonly width: number;
  readonly height: number;
}

function joinPlanes(planes: readonly [Plane, Plane, Plane], isYcc: boolean, { width, height }: Size): Raster {
  const data = new Uint8ClampedArray(width * height * 3);
  const [first, second, third] = planes;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * 3;
      const a = first.samples[y * first.stride + x] as number;
      const b = second.samples[y * second.stride + x] as number;
      const c = third.samples[y * third.stride + x] as number;
      data[to] = isYcc ? a + redOf(c) : a;
      data[to + 1] = isYcc ? a + greenOf(b, c) : b;
      data[to + 2] = isYcc ? a + blueOf(b) : c;
    }
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

/**
 * Decodes a JPEG to sRGB, a whole factor smaller: the same bytes as libjpeg-turbo with its defaults gives, on every
 * machine and in every browser. What is shrunk is cut to whole pixels, as libvips does.
 * @returns `other-kind` for CMYK, arithmetic coding, other depths and files with a colour profile.
 */
export function decodeJpeg(bytes: Uint8Array, shrink: JpegShrink): Raster | JpegProblem {
  try {
    return decode(bytes, shrink);
  } catch (error) {
    // A file may refer to missing tables.
    if (error instanceof RangeError) return 'corrupt';
    throw error;
  }
}

function decode(bytes: Uint8Array, shrink: JpegShrink): Raster | JpegProblem {
  const picture = readJpeg(bytes);
  if (typeof picture === 'string') return picture;
  const { frame, isYcc } = picture;
  const planes = frame.components.map((component) => planeOf(component, picture, (8 / shrink) as BlockSide));
  const size = { width: Math.floor(frame.width / shrink), height: Math.floor(frame.height / shrink) };
  const [first, second, third] = planes;
  if (first === undefined) return 'corrupt';
  if (second === undefined || third === undefined) return joinPlanes([first, first, first], false, size);
  return joinPlanes([first, second, third], isYcc, size);
}

/**
 * Factor by which a JPEG is shrunk during decoding to fit a square of `maxSidePx`.
 * @source sharp, pipeline.cc: the largest power of two that leaves something to the scaler.
 */
export function jpegShrinkFor({ width, height }: Size, maxSidePx: number): JpegShrink {
  const shrink = Math.max(width, height) / maxSidePx;
  const power = shrink >= 8 ? 8 : shrink >= 4 ? 4 : shrink >= 2 ? 2 : 1;
  return (power > 1 && Math.trunc(shrink) === power ? power / 2 : power) as JpegShrink;
}
