import { hasText, uint16, uint8 } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFacts, HeaderFactsReading, UnsupportedVariant } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { readExifOrientation } from '../metadata/exif-orientation.ts';
import { firstTurned, upright } from '../metadata/orientation-claim.ts';
import type { OrientationClaim } from '../metadata/orientation-claim.ts';
import { readXmpOrientation } from '../metadata/xmp-orientation.ts';
import { structureLimits } from '../structure-limits.ts';

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app1: 0xe1 } as const;
const xmpIdentifier = 'http://ns.adobe.com/xap/1.0/\0';

/** JPEG (ITU-T T.81). Scans are counted because a decoder passes over the whole picture for each. */
export const jpegReader: FormatReader = {
  matches: (bytes) => bytes[0] === 0xff && bytes[1] === marker.soi && (bytes[2] === 0xff || bytes.length < 3),
  read: readJpeg,
};

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly components: number;
  readonly type: number;
}

interface JpegState {
  readonly frame: Frame | undefined;
  readonly exif: OrientationClaim;
  readonly xmp: OrientationClaim;
}

function readJpeg(bytes: Uint8Array): HeaderFactsReading {
  let state: JpegState = { frame: undefined, exif: upright, xmp: upright };
  let at = 2;
  for (let segments = 0; segments < structureLimits.maxSegments; segments += 1) {
    const code = nextMarker(bytes, at);
    if (code === undefined) return finish(state, 1, 'data-cut-off');

    if (code.value === marker.sos || code.value === marker.eoi) return finishAtFirstScan(bytes, code, state);

    const length = isStandalone(code.value) ? 0 : uint16(bytes, code.at + 2, 'big');
    if (!isStandalone(code.value) && (length < 2 || code.at + 2 + length > bytes.length))
      return finish(state, 1, length < 2 && code.at + 4 <= bytes.length ? 'header-invalid' : 'data-cut-off');

    state = withSegment(state, code.value, bytes.subarray(code.at + 4, code.at + 2 + length));
    at = code.at + 2 + length;
  }
  return finish(state, 1, 'too-many-segments');
}

function withSegment(state: JpegState, code: number, payload: Uint8Array): JpegState {
  if (isFrameHeader(code) && state.frame === undefined && payload.length >= 6)
    return { ...state, frame: readFrame(code, payload) };

  if (code !== marker.app1) return state;

  if (hasText(payload, 'Exif\0')) return { ...state, exif: firstTurned(state.exif, readExifOrientation(payload)) };

  if (hasText(payload, xmpIdentifier))
    return { ...state, xmp: firstTurned(state.xmp, readXmpOrientation(payload.subarray(xmpIdentifier.length))) };

  return state;
}

function readFrame(type: number, payload: Uint8Array): Frame {
  return {
    type,
    bitsPerSample: uint8(payload, 0),
    height: uint16(payload, 1, 'big'),
    width: uint16(payload, 3, 'big'),
    components: uint8(payload, 5),
  };
}

function finishAtFirstScan(bytes: Uint8Array, code: MarkerPlace, state: JpegState): HeaderFactsReading {
  if (code.value === marker.eoi || state.frame === undefined) return finish(state, 1, 'no-picture-data');

  const componentsInScan = uint8(bytes, code.at + 4);
  // A sequential picture whose first scan contains all components is decoded in one pass; later scans are ignored.
  const isOnePass = !isProgressive(state.frame.type) && componentsInScan >= state.frame.components;
  if (isOnePass) return finish(state, 1, undefined);

  const count = countScans(bytes, code.at);
  return finish(state, count.scans, count.scans > structureLimits.maxScans ? 'too-many-scans' : count.damage);
}

function countScans(bytes: Uint8Array, firstScanAt: number): { scans: number; damage: Damage | undefined } {
  let scans = 0;
  let at = firstScanAt;
  for (let segments = 0; segments < structureLimits.maxSegments; segments += 1) {
    const code = nextMarker(bytes, at);
    if (code === undefined || code.value === marker.eoi) return { scans, damage: undefined };

    scans += code.value === marker.sos ? 1 : 0;
    at = code.at + 2 + (isStandalone(code.value) ? 0 : uint16(bytes, code.at + 2, 'big'));
  }
  return { scans, damage: 'too-many-segments' };
}

interface MarkerPlace {
  readonly value: number;
  /** Offset of the 0xFF right before the code. */
  readonly at: number;
}

/** Finds the next marker, skipping entropy-coded data, stuffed zeros, restart markers, fill bytes and garbage like decoders. */
function nextMarker(bytes: Uint8Array, from: number): MarkerPlace | undefined {
  let at = nextFill(bytes, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const value = bytes[at + 1] ?? 0;
    if (value !== 0xff && value !== 0 && !(value >= 0xd0 && value <= 0xd7)) return { value, at };

    at = nextFill(bytes, at + 1);
  }
  return undefined;
}

/** Finds the next 0xFF. The native search is slow to start, so the byte at `from` is looked at first: often it is the one. */
function nextFill(bytes: Uint8Array, from: number): number {
  return bytes[from] === 0xff ? from : bytes.indexOf(0xff, from);
}

function finish(state: JpegState, scanCount: number, damage: Damage | undefined): HeaderFactsReading {
  const { frame } = state;
  if (frame === undefined)
    return { ok: false, damage: damage === 'data-cut-off' ? 'header-cut-off' : (damage ?? 'header-invalid') };

  const others: Partial<HeaderFacts> = {
    ...firstTurned(state.exif, state.xmp),
    scanCount,
    bitsPerSample: frame.bitsPerSample,
    lossless: false,
    unsupportedVariant: unsupportedVariant(frame),
    damage,
  };
  return { ok: true, facts: headerFacts(frame, others) };
}

const hierarchicalFrames: ReadonlySet<number> = new Set([0xc5, 0xc6, 0xc7, 0xcd, 0xce, 0xcf]);
/** SOF3, SOF11 and JPEG-LS. */
const losslessFrames: ReadonlySet<number> = new Set([0xc3, 0xcb, 0xf7]);

function unsupportedVariant(frame: Frame): UnsupportedVariant | undefined {
  if (losslessFrames.has(frame.type)) return 'jpeg-lossless';

  if (hierarchicalFrames.has(frame.type)) return 'jpeg-hierarchical';

  return frame.bitsPerSample === 12 ? 'jpeg-12-bit' : undefined;
}

function isProgressive(frameType: number): boolean {
  return frameType === 0xc2 || frameType === 0xca;
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC); and the frame of JPEG-LS (F7). */
function isFrameHeader(code: number): boolean {
  return (code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc) || code === 0xf7;
}

/** Markers without a length: TEM, SOI, EOI (restarts never get here). */
function isStandalone(code: number): boolean {
  return code === 0x01 || code === marker.soi || code === marker.eoi;
}
