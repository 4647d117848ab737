import type { RawPixels } from './raw-pixels.ts';

/** Whether two runs of bytes are equal. */
export function areEqualBytes(first: Uint8Array, second: Uint8Array): boolean {
  if (first.length !== second.length) return false;
  const wholeWords = first.byteOffset % 4 === 0 && second.byteOffset % 4 === 0 ? first.length >> 2 : 0;
  const [a, b] = [wordsOf(first, wholeWords), wordsOf(second, wholeWords)];
  for (let at = 0; at < wholeWords; at += 1) if (a[at] !== b[at]) return false;
  for (let at = wholeWords * 4; at < first.length; at += 1) if (first[at] !== second[at]) return false;
  return true;
}

function wordsOf({ buffer, byteOffset }: Uint8Array, count: number): Uint32Array {
  return count === 0 ? new Uint32Array() : new Uint32Array(buffer, byteOffset, count);
}

/** Offsets of red, green and blue in a pixel. */
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
