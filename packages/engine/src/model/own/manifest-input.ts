import { squash } from '../../features/resample.ts';
import type { Raster } from '../../raster.ts';
import type { ModelManifest } from './manifest-schema.ts';

type Input = ModelManifest['input'];

/** The picture at the network's size: interleaved RGB floats, 0…255. */
function fitted(raster: Raster, input: Input): Float32Array {
  if (input.fit === 'squash') return squash(raster, input.side, input.side);
  const short = Math.max(input.side, input.shortSide ?? input.side);
  const scale = short / Math.min(raster.width, raster.height);
  const width = Math.max(input.side, Math.round(raster.width * scale));
  const height = Math.max(input.side, Math.round(raster.height * scale));
  const whole = squash(raster, width, height);
  const left = Math.floor((width - input.side) / 2);
  const top = Math.floor((height - input.side) / 2);
  const result = new Float32Array(input.side * input.side * 3);
  for (let row = 0; row < input.side; row += 1) {
    const start = ((top + row) * width + left) * 3;
    result.set(whole.subarray(start, start + input.side * 3), row * input.side * 3);
  }
  return result;
}

/**
 * A raster as the manifest's network reads it.
 * @returns normalised floats in the manifest's layout and channel order, `3 × side × side` long.
 */
export function manifestInput(raster: Raster, input: Input): Float32Array {
  const pixels = fitted(raster, input);
  const plane = input.side * input.side;
  const result = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const from = input.channels === 'rgb' ? channel : 2 - channel;
    const mean = input.mean[channel] ?? 0;
    const std = input.std[channel] ?? 1;
    for (let at = 0; at < plane; at += 1) {
      const value = ((pixels[at * 3 + from] as number) / 255 - mean) / std;
      result[input.layout === 'nchw' ? channel * plane + at : at * 3 + channel] = value;
    }
  }
  return result;
}

/** Shape of that input with a batch of one. */
export function manifestInputShape(input: Input): readonly number[] {
  return input.layout === 'nchw' ? [1, 3, input.side, input.side] : [1, input.side, input.side, 3];
}
