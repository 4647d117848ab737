import { hasText, latin1, uint32, uint8 } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFacts, HeaderFactsReading } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { readExifOrientation } from '../metadata/exif-orientation.ts';
import { firstTurned, upright } from '../metadata/orientation-claim.ts';
import type { OrientationClaim } from '../metadata/orientation-claim.ts';
import { readRawProfileOrientation } from '../metadata/raw-profile.ts';
import { readXmpOrientation } from '../metadata/xmp-orientation.ts';
import { structureLimits } from '../structure-limits.ts';

const signature = '\u0089PNG\r\n\u001a\n';
const xmpKeyword = 'XML:com.adobe.xmp\0';
/** Colour type → the bit depths the specification allows (PNG third edition, table 8). */
const bitDepths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** PNG and APNG. The picture of an APNG is the default image (IDAT), which every decoder shows. */
export const pngReader: FormatReader = {
  // Four bytes identify the format; the other four show whether a text transfer altered the file.
  matches: (bytes) => hasText(bytes, '\u0089PNG'),
  read: readPng,
};

interface PngState {
  readonly exif: OrientationClaim;
  readonly xmp: OrientationClaim;
  readonly frameCount: number;
  readonly hasData: boolean;
}

function readPng(bytes: Uint8Array): HeaderFactsReading {
  if (!hasText(bytes, signature.slice(0, Math.min(8, bytes.length)))) return { ok: false, damage: 'signature-altered' };

  const isApple = hasText(bytes, 'CgBI', 12);
  const headerAt = isApple ? 8 + 12 + uint32(bytes, 8, 'big') : 8;
  if (bytes.length < headerAt + 25) return { ok: false, damage: 'header-cut-off' };

  if (!hasText(bytes, 'IHDR', headerAt + 4)) return { ok: false, damage: 'header-invalid' };

  const facts = walkChunks(bytes, headerAt);
  return { ok: true, facts: isApple ? { ...facts, unsupportedVariant: 'png-cgbi' } : facts };
}

function walkChunks(bytes: Uint8Array, headerAt: number): HeaderFacts {
  let state: PngState = { exif: upright, xmp: upright, frameCount: 1, hasData: false };
  let at = headerAt;
  for (let chunks = 0; at + 8 <= bytes.length; chunks += 1) {
    const length = uint32(bytes, at, 'big');
    const type = latin1(bytes, at + 4, 4);
    if (type === 'IEND') return finish(bytes, headerAt, { state, damage: undefined });

    if (chunks === structureLimits.maxSegments) return finish(bytes, headerAt, { state, damage: 'too-many-segments' });

    const dataAt = at + 8;
    if (dataAt + length > bytes.length) {
      // A cut in metadata after complete pixels is not damage.
      const isDataCut = type === 'IDAT' || !state.hasData;
      return finish(bytes, headerAt, { state, damage: isDataCut ? 'data-cut-off' : undefined });
    }
    state = withChunk(state, type, bytes.subarray(dataAt, dataAt + length));
    at = dataAt + length + 4;
  }
  return finish(bytes, headerAt, { state, damage: state.hasData ? undefined : 'data-cut-off' });
}

function withChunk(state: PngState, type: string, data: Uint8Array): PngState {
  switch (type) {
    case 'IDAT':
      return state.hasData ? state : { ...state, hasData: true };
    case 'eXIf':
      return { ...state, exif: firstTurned(state.exif, readExifOrientation(data)) };
    case 'tEXt':
      return { ...state, exif: firstTurned(state.exif, readRawProfileOrientation(data)) };
    case 'iTXt':
      return { ...state, xmp: firstTurned(state.xmp, readInternationalText(data)) };
    case 'acTL':
      return { ...state, frameCount: animationFrames(data) };
    default:
      return state;
  }
}

/** Number of frames. Counts above 2^31 − 1 are illegal, and the file counts as a still. */
function animationFrames(data: Uint8Array): number {
  const frames = uint32(data, 0, 'big');
  return frames >= 1 && frames <= 0x7f_ff_ff_ff ? frames : 1;
}

/** XMP in an iTXt chunk: keyword, compression flag and method, language tag, translated keyword, text. */
function readInternationalText(data: Uint8Array): OrientationClaim {
  const isCompressed = uint8(data, xmpKeyword.length) !== 0;
  // Compressed metadata is never inflated: a few bytes could become gigabytes.
  return hasText(data, xmpKeyword) && !isCompressed ? readXmpOrientation(data.subarray(xmpKeyword.length)) : upright;
}

function finish(
  bytes: Uint8Array,
  headerAt: number,
  end: { state: PngState; damage: Damage | undefined },
): HeaderFacts {
  const width = uint32(bytes, headerAt + 8, 'big');
  const height = uint32(bytes, headerAt + 12, 'big');
  const bitsPerSample = uint8(bytes, headerAt + 16);
  const isLegal = bitDepths[uint8(bytes, headerAt + 17)]?.includes(bitsPerSample) === true;
  const missing = end.state.hasData ? undefined : 'no-picture-data';
  return headerFacts(
    { width, height },
    {
      ...firstTurned(end.state.exif, end.state.xmp),
      frameCount: end.state.frameCount,
      bitsPerSample,
      damage: isLegal ? (end.damage ?? missing) : 'header-invalid',
    },
  );
}
