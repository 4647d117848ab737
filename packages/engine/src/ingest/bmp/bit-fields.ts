import type { BmpLayout, BmpMasks } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';
import { rowStart } from './bmp-rows.ts';
import { fromPacked, packColour, withAlpha } from './packed-colour.ts';

interface Channel {
  readonly shift: number;
  /** The largest value, after shifting; 0 for a channel that is absent. */
  readonly max: number;
}

/** Reads 16- and 32-bit pixels whose channels are extracted by masks of any width and position. */
export function readBitFields(bytes: Uint8Array, layout: BmpLayout): RawPixels {
  const convert = pixelConverter(layout);
  const { width, height } = layout;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = new Int32Array(width * height);
  const isShort = layout.bitsPerPixel === 16;
  for (let y = 0; y < height; y += 1) {
    let at = rowStart(layout, y);
    for (let target = y * width; target < (y + 1) * width; target += 1) {
      packed[target] = convert(isShort ? view.getUint16(at, true) : view.getInt32(at, true));
      at += isShort ? 2 : 4;
    }
  }
  const pixels = fromPacked(layout, packed);
  // Some writers declare alpha but leave it 0; viewers show such pictures as opaque.
  return layout.masks.alpha === 0 || hasAnyAlpha(pixels.data) ? pixels : withoutAlpha(pixels);
}

/** Makes the conversion for a picture; for 16-bit pixels a table of all values. */
function pixelConverter(layout: BmpLayout): (value: number) => number {
  const red = channelOf(layout.masks.red);
  const green = channelOf(layout.masks.green);
  const blue = channelOf(layout.masks.blue);
  const alpha = channelOf(layout.masks.alpha);
  const opaque = (value: number): number => packColour(sample(value, red), sample(value, green), sample(value, blue));
  const convert = alpha.max === 0 ? opaque : (value: number): number => withAlpha(opaque(value), sample(value, alpha));
  if (layout.bitsPerPixel === 32)
    return [red, green, blue].every(isByte) ? byteConverter({ red, green, blue, alpha }) : convert;

  const table = Int32Array.from({ length: 65_536 }, (_, value) => convert(value));
  return (value) => table[value] ?? 0;
}

/** The usual 32-bit layouts, without rescaling. */
function byteConverter(channels: Readonly<Record<keyof BmpMasks, Channel>>): (value: number) => number {
  const [redShift, greenShift, blueShift] = [channels.red.shift, channels.green.shift, channels.blue.shift];
  const opaque = (value: number): number =>
    packColour((value >>> redShift) & 255, (value >>> greenShift) & 255, (value >>> blueShift) & 255);
  const { alpha } = channels;
  return alpha.max === 0 ? opaque : (value) => withAlpha(opaque(value), sample(value, alpha));
}

function isByte(channel: Channel): boolean {
  return channel.max === 255;
}

function channelOf(mask: number): Channel {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return { shift, max: mask >>> shift };
}

function sample(value: number, channel: Channel): number {
  const raw = ((value >>> channel.shift) & channel.max) >>> 0;
  return channel.max === 255 || channel.max === 0 ? raw : Math.round((raw * 255) / channel.max);
}

function hasAnyAlpha(data: Uint8Array): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return true;

  return false;
}

function withoutAlpha(pixels: RawPixels): RawPixels {
  const data = Uint8Array.from(pixels.data);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;

  return { ...pixels, data };
}
