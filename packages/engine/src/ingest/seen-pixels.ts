import type { RawPixels } from './raw-pixels.ts';

/** Whether two runs of bytes are equal. */
export function areEqualBytes(first: Uint8Array, second: Uint8Array): boolean {
  return first.length === second.length && Buffer.compare(first, second) === 0;
}

/** Where the channels of a pixel stand: red, green, blue. */
function channelsOf({ channels, order }: RawPixels): readonly [number, number, number] {
  if (channels === 1) return [0, 0, 0];
  return order === 'rgb' ? [0, 1, 2] : [2, 1, 0];
}

/** Whether two full-size pictures look the same on every ground: equal alpha, and equal colours where it is not 0. */
export function lookEqual(first: RawPixels, second: RawPixels): boolean {
  if (first.width !== second.width || first.height !== second.height) return false;
  const isOneLayout = first.channels === second.channels && first.order === second.order;
  if (isOneLayout && areEqualBytes(first.data, second.data)) return true;
  if (isOneLayout && first.channels !== 4) return false;
  return haveEqualSamples(first, second);
}

function haveEqualSamples(first: RawPixels, second: RawPixels): boolean {
  const [a, b] = [first.data, second.data];
  const [red1, green1, blue1] = channelsOf(first);
  const [red2, green2, blue2] = channelsOf(second);
  const pixels = first.width * first.height;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const [at, to] = [pixel * first.channels, pixel * second.channels];
    const alpha = first.channels === 4 ? a[at + 3] : 255;
    if (alpha !== (second.channels === 4 ? b[to + 3] : 255)) return false;
    const isEqual =
      a[at + red1] === b[to + red2] && a[at + green1] === b[to + green2] && a[at + blue1] === b[to + blue2];
    if (alpha !== 0 && !isEqual) return false;
  }
  return true;
}
