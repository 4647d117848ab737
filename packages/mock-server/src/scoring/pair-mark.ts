import { pngChunk } from './png-chunks.ts';

/** Mark in a picture of a made pair. */
export interface PairMark {
  /** Name of the pair, the same in both pictures. */
  readonly pair: string;
  readonly score: number;
}

/** A private, ancillary chunk that is safe to copy: every PNG reader skips it. */
const chunkType = 'smPr';
const latin1 = new TextDecoder('latin1');
/** The chunk follows the header directly: signature 8, IHDR 25, then length and type. */
const chunkAt = 33;

/** The chunk that marks a picture. */
export function pairMarkChunk({ pair, score }: PairMark): Uint8Array {
  return pngChunk(chunkType, new TextEncoder().encode(`${pair} ${score}`));
}

/** The mark of a picture of `makePair`; `undefined` for every other file. */
export function readPairMark(bytes: Uint8Array): PairMark | undefined {
  if (bytes.length < chunkAt + 12 || latin1.decode(bytes.subarray(chunkAt + 4, chunkAt + 8)) !== chunkType)
    return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(chunkAt);
  if (length > 100) return undefined;
  const text = latin1.decode(bytes.subarray(chunkAt + 8, chunkAt + 8 + length));
  const { pair, score } = /^(?<pair>\S+) (?<score>[\d.e-]+)$/.exec(text)?.groups ?? {};
  const value = Number(score);
  return pair !== undefined && value >= 0 && value <= 1 ? { pair, score: value } : undefined;
}
