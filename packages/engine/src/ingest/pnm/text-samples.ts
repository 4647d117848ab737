import { isPnmWhiteSpace } from '@semblance/picture';
import type { PnmLayout } from '@semblance/picture';
import { scaleTable } from './sample-scale.ts';

const commentSign = 0x23;

/** P2 and P3: decimal numbers separated by white space; comments are skipped. */
export function readTextSamples(bytes: Uint8Array, layout: PnmLayout): Uint8Array | undefined {
  const count = layout.width * layout.height * layout.channels;
  // A sample has at least a digit, so a huge declared size in a small file allocates nothing.
  if (bytes.length - layout.samplesAt < count) return undefined;

  const samples = new Uint8Array(count);
  const table = scaleTable(layout.maxSample);
  let at = layout.samplesAt;
  for (let index = 0; index < count; index += 1) {
    at = skipSpace(bytes, at);
    const number = readNumber(bytes, at);
    if (number === undefined) return undefined;

    const sample = Math.min(number.value, layout.maxSample);
    samples[index] = table === undefined ? sample : (table[sample] ?? 0);
    at = number.endAt;
  }
  return samples;
}

/** P1: characters 0 (white) and 1 (black), with or without white space between. */
export function readTextBits(bytes: Uint8Array, layout: PnmLayout): Uint8Array | undefined {
  const count = layout.width * layout.height;
  if (bytes.length - layout.samplesAt < count) return undefined;

  const samples = new Uint8Array(count);
  let at = layout.samplesAt;
  for (let index = 0; index < count; index += 1) {
    at = skipSpace(bytes, at);
    const digit = (bytes[at] ?? 0) - 48;
    if (digit !== 0 && digit !== 1) return undefined;

    samples[index] = digit === 1 ? 0 : 255;
    at += 1;
  }
  return samples;
}

function readNumber(bytes: Uint8Array, start: number): { value: number; endAt: number } | undefined {
  let value = 0;
  let at = start;
  let digit = (bytes[at] ?? 0) - 48;
  while (digit >= 0 && digit <= 9) {
    value = Math.min(value * 10 + digit, 1_000_000);
    at += 1;
    digit = (bytes[at] ?? 0) - 48;
  }
  return at === start ? undefined : { value, endAt: at };
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === commentSign) at = endOfLine(bytes, at);
    else if (isPnmWhiteSpace(byte)) at += 1;
    else return at;
  }
  return at;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;

  return at;
}
