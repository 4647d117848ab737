import type { Raster } from '../../raster.ts';
import type { ModelManifest } from './manifest-schema.ts';
import { pillowResize } from './pillow-resize.ts';

type Input = ModelManifest['input'];

/** Width and height, pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Decoded pixels per pixel of the network's input along each side, so that the manifest's resizer determines the result and not the decoder's. */
const oversampling = 2;
/** Most decoded pixels of a long picture, whose short side is reduced beyond it. */
const maxRasterPixels = 4_000_000;

/** The short side from which the network's input is cropped or squashed. */
const neededSide = ({ side, fit, shortSide = side }: Input): number =>
  fit === 'squash' ? side : Math.max(side, shortSide);

/**
 * The long side at which a picture is decoded for a network.
 * @param size  from the picture's header, both sides at least 1.
 */
export function decodeSideFor(input: Input, { width, height }: PixelSize): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const aspect = long / short;
  const wanted = Math.min(short, neededSide(input) * oversampling);
  return Math.ceil(Math.min(wanted, Math.sqrt(maxRasterPixels / aspect)) * aspect);
}

/** The picture cut to the network's square. */
function fitted(raster: Raster, input: Input): Raster {
  const { side, fit, interpolation = 'bilinear' } = input;
  if (fit === 'squash') return pillowResize(raster, { width: side, height: side }, interpolation);
  const short = neededSide(input);
  const shorter = Math.min(raster.width, raster.height);
  // The long side is truncated to whole pixels, as in torchvision and transformers.
  const width = Math.max(side, Math.floor((raster.width * short) / shorter));
  const height = Math.max(side, Math.floor((raster.height * short) / shorter));
  return centre(pillowResize(raster, { width, height }, interpolation), side);
}

function centre(whole: Raster, side: number): Raster {
  const left = Math.floor((whole.width - side) / 2);
  const top = Math.floor((whole.height - side) / 2);
  const data = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row += 1) {
    const start = ((top + row) * whole.width + left) * 3;
    data.set(whole.data.subarray(start, start + side * 3), row * side * 3);
  }
  return { width: side, height: side, data };
}

/**
 * A raster as the manifest's network reads it.
 * @returns normalised floats in the manifest's layout and channel order, `3 × side × side` long.
 */
export function manifestInput(raster: Raster, input: Input): Float32Array {
  const { data } = fitted(raster, input);
  const plane = input.side * input.side;
  const result = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const from = input.channels === 'rgb' ? channel : 2 - channel;
    const mean = input.mean[channel] ?? 0;
    const std = input.std[channel] ?? 1;
    for (let at = 0; at < plane; at += 1) {
      const value = ((data[at * 3 + from] as number) / 255 - mean) / std;
      result[input.layout === 'nchw' ? channel * plane + at : at * 3 + channel] = value;
    }
  }
  return result;
}

/** Shape of that input with a batch of one. */
export function manifestInputShape(input: Input): readonly number[] {
  return input.layout === 'nchw' ? [1, 3, input.side, input.side] : [1, input.side, input.side, 3];
}
