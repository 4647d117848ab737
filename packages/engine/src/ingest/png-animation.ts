import { areEqualBytes } from './seen-pixels.ts';

const animationChunks: ReadonlySet<string> = new Set(['acTL', 'fcTL', 'fdAT']);
const signatureBytes = 8;
/** Bytes of a chunk besides its data: length, type and checksum. */
const chunkOverhead = 12;

/** Data of the chunks that make a PNG an animation, in order. */
function* animationData(png: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = signatureBytes; at + chunkOverhead <= png.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (animationChunks.has(type)) yield png.subarray(at + 4, at + 8 + length);
    at += chunkOverhead + length;
  }
}

/** Whether two animated PNGs have the same encoded frames and durations; the frames are not decoded. */
export function samePngAnimation(first: Uint8Array, second: Uint8Array): boolean {
  const [one, two] = [[...animationData(first)], [...animationData(second)]];
  return one.length === two.length && one.every((data, at) => areEqualBytes(data, two[at] ?? new Uint8Array()));
}
