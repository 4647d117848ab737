import type { RawPixels } from '@semblance/engine/page';
import { decode } from 'fast-png';
import type { DecodedPng } from 'fast-png';

/** Whether a PNG carries a colour profile, which the browser's own decoder applies. */
export function hasProfile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'iCCP') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

/** Pixels of a palette picture, with alpha if any colour is transparent. */
function fromPalette({ width, height, depth, data, palette = [] }: DecodedPng): RawPixels {
  const channels = palette.some((colour) => colour.length === 4) ? 4 : 3;
  const pixels = new Uint8Array(width * height * channels);
  const perByte = 8 / depth;
  const stride = Math.ceil(width / perByte);
  for (let at = 0; at < width * height; at += 1) {
    const [y, x] = [Math.floor(at / width), at % width];
    const byte = Number(data[y * stride + Math.floor(x / perByte)] ?? 0);
    const index = (byte >> (8 - depth * ((x % perByte) + 1))) & (2 ** depth - 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = palette[index] ?? [];
    pixels.set(channels === 4 ? [red, green, blue, alpha] : [red, green, blue], at * channels);
  }
  return { width, height, channels, order: 'rgb', data: pixels };
}

/** Samples as eight bits: 16-bit ones lose their lower byte, shallower ones are scaled up. */
function samplesOf({ width, height, depth, channels, data }: DecodedPng): Uint8Array {
  if (depth === 16) return Uint8Array.from(data, (sample) => sample >> 8);
  if (depth === 8) return Uint8Array.from(data);
  const perByte = 8 / depth;
  const stride = Math.ceil((width * channels) / perByte);
  return Uint8Array.from({ length: width * height * channels }, (_, at) => {
    const [y, x] = [Math.floor(at / (width * channels)), at % (width * channels)];
    const byte = data[y * stride + Math.floor(x / perByte)] ?? 0;
    const sample = (byte >> (8 - depth * ((x % perByte) + 1))) & (2 ** depth - 1);
    return Math.floor((sample * 255) / (2 ** depth - 1));
  });
}

/** Turns a colour declared transparent into alpha. */
function withClearColour(samples: Uint8Array, png: DecodedPng): RawPixels {
  const { width, height, channels, depth, transparency, data } = png;
  const colours = channels < 3 ? 1 : 3;
  const hasAlpha = channels === 2 || channels === 4;
  const isClear = transparency !== undefined && !hasAlpha;
  const wide = hasAlpha || isClear ? 4 : 3;
  const pixels = new Uint8Array(width * height * wide);
  const source = depth < 8 ? samples : data;
  const clear = Array.from(transparency ?? [], (value) =>
    depth < 8 ? Math.floor((value * 255) / (2 ** depth - 1)) : value,
  );
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * channels;
    for (let channel = 0; channel < 3; channel += 1)
      pixels[pixel * wide + channel] = samples[from + (colours === 1 ? 0 : channel)] ?? 0;
    if (hasAlpha) {
      pixels[pixel * wide + 3] = samples[from + channels - 1] ?? 0;
    } else if (isClear) {
      const isSame = clear.slice(0, colours).every((value, channel) => value === source[from + channel]);
      pixels[pixel * wide + 3] = isSame ? 0 : 255;
    }
  }
  return { width, height, channels: wide, order: 'rgb', data: pixels };
}

/** Decodes a PNG to straight colours and alpha, as libvips does. @throws on damage. */
export function pngPixels(bytes: Uint8Array): RawPixels {
  const png = decode(bytes, { checkCrc: false });
  return png.palette === undefined ? withClearColour(samplesOf(png), png) : fromPalette(png);
}
