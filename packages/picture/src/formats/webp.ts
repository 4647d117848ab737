import { hasText, latin1, uint16, uint32, uint8 } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFactsReading } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { readExifOrientation } from '../metadata/exif-orientation.ts';
import { firstTurned, upright } from '../metadata/orientation-claim.ts';
import type { OrientationClaim } from '../metadata/orientation-claim.ts';
import { readXmpOrientation } from '../metadata/xmp-orientation.ts';
import { structureLimits } from '../structure-limits.ts';

/** WebP (RFC 9649): lossy, lossless, extended. The picture of an animation is the canvas with its first frame. */
export const webpReader: FormatReader = {
  matches: (bytes) => hasText(bytes, 'RIFF') && hasText(bytes, 'WEBP', 8),
  read: readWebp,
};

interface Size {
  readonly width: number;
  readonly height: number;
}

interface WebpState {
  readonly canvas: Size | undefined;
  readonly bitstream: Size | undefined;
  readonly lossless: boolean;
  readonly frameCount: number;
  readonly exif: OrientationClaim;
  readonly xmp: OrientationClaim;
}

const emptyState: WebpState = {
  canvas: undefined,
  bitstream: undefined,
  lossless: true,
  frameCount: 0,
  exif: upright,
  xmp: upright,
};

function readWebp(bytes: Uint8Array): HeaderFactsReading {
  // Bytes after the RIFF container are not part of the picture.
  const containerEnd = uint32(bytes, 4, 'little') + 8;
  const end = Math.min(bytes.length, containerEnd);
  let state = emptyState;
  let at = 12;
  for (let chunks = 0; at + 8 <= end; chunks += 1) {
    if (chunks === structureLimits.maxSegments) return finish(state, 'too-many-segments');

    const length = uint32(bytes, at + 4, 'little');
    state = withChunk(state, latin1(bytes, at, 4), bytes.subarray(at + 8, Math.min(end, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
  // The last chunk's padding byte is often missing, so a file one byte short is not cut off.
  return finish(state, containerEnd > bytes.length + 1 || at > end + 1 ? 'data-cut-off' : undefined);
}

function withChunk(state: WebpState, type: string, data: Uint8Array): WebpState {
  switch (type) {
    case 'VP8X':
      return { ...state, canvas: state.canvas ?? readCanvas(data) };
    case 'VP8 ':
      return { ...state, bitstream: state.bitstream ?? readLossy(data), lossless: false };
    case 'VP8L':
      return { ...state, bitstream: state.bitstream ?? readLossless(data) };
    case 'ANMF':
      return { ...state, frameCount: state.frameCount + 1, lossless: state.lossless && hasText(data, 'VP8L', 16) };
    case 'EXIF':
      return { ...state, exif: firstTurned(state.exif, readExifOrientation(data)) };
    case 'XMP ':
      return { ...state, xmp: firstTurned(state.xmp, readXmpOrientation(data)) };
    default:
      return state;
  }
}

function readCanvas(data: Uint8Array): Size | undefined {
  return data.length < 10 ? undefined : { width: 1 + uint24(data, 4), height: 1 + uint24(data, 7) };
}

/** A VP8 key frame (RFC 6386, 9.1): frame tag, start code 9D 01 2A, two 14-bit sizes. */
function readLossy(data: Uint8Array): Size | undefined {
  const isKeyFrame = (uint8(data, 0) & 1) === 0 && hasText(data, '\u009d\u0001\u002a', 3);
  if (data.length < 10 || !isKeyFrame) return undefined;

  return { width: uint16(data, 6, 'little') & 0x3f_ff, height: uint16(data, 8, 'little') & 0x3f_ff };
}

/** A VP8L header: signature 2F, then width and height less one, 14 bits each. */
function readLossless(data: Uint8Array): Size | undefined {
  if (data.length < 5 || uint8(data, 0) !== 0x2f) return undefined;

  const packed = uint32(data, 1, 'little');
  return { width: 1 + (packed & 0x3f_ff), height: 1 + ((packed >>> 14) & 0x3f_ff) };
}

function uint24(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at, 'little') | (uint8(bytes, at + 2) << 16);
}

function finish(state: WebpState, damage: Damage | undefined): HeaderFactsReading {
  const size = state.canvas ?? state.bitstream;
  if (size === undefined) return { ok: false, damage: damage === undefined ? 'header-invalid' : 'header-cut-off' };

  return {
    ok: true,
    facts: headerFacts(size, {
      ...firstTurned(state.exif, state.xmp),
      frameCount: Math.max(1, state.frameCount),
      lossless: state.lossless,
      damage: damage ?? damageOfFrames(state),
    }),
  };
}

function damageOfFrames({ bitstream, frameCount }: WebpState): Damage | undefined {
  if (frameCount > structureLimits.maxFrames) return 'too-many-frames';
  return bitstream !== undefined || frameCount > 0 ? undefined : 'no-picture-data';
}
