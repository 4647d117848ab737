import { readPictureHeader } from '@semblance/picture';
import type { PictureHeader } from '@semblance/picture';
import { decodeJpeg, defaultMaxSidePx, jpegShrinkFor, lanczosShrink, readBmp, readPnm } from '@semblance/engine/page';
import type { ColourPixels, Decoded, PictureDecoder, RawPixels } from '@semblance/engine/page';
import { framePixels, frameDurationsMs, hasFrameDecoder, shownPixels } from './browser-frames.ts';
import { hasProfile, pngPixels } from './png-pixels.ts';
import { isPlainTiffPage, tiffPixels } from './tiff-pixels.ts';
import { UnreadTiff } from './unread-tiff.ts';

/** A page's decoder, and whether its pixels may differ from an engine's. */
export interface BrowserDecoder extends PictureDecoder {
  /** Whether the browser's own decoder was used for something that an engine decodes differently. */
  readonly wasApproximate: () => boolean;
  /** What kind of picture had to be left undecoded that an engine reads, in words; `undefined` if there was none. */
  readonly leftUnread: () => string | undefined;
}

/** A copy in its own buffer, which decoders may keep. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const asColour = (pixels: ColourPixels, side: number): RawPixels => {
  const { width, height, data } = lanczosShrink(pixels, side);
  return { width, height, channels: 3, order: pixels.order, data };
};

/** Fits pixels without alpha; those with alpha are laid on a ground first, elsewhere. */
const fitted = (pixels: RawPixels, side: number): RawPixels =>
  pixels.channels === 3 ? asColour({ ...pixels, channels: 3 }, side) : pixels;

/** Turns an exception of a decoder into the engine's failure; its message is only part of the private detail. */
async function orFailure(work: () => Promise<RawPixels> | RawPixels): Decoded<RawPixels> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const cause = error instanceof Error ? error.message.slice(0, 200) : String(error);
    const isUnsupported = /unsupported|not supported|unknown compression|unsupport/iu.test(cause);
    return { ok: false, failure: { reason: isUnsupported ? 'unsupported-variant' : 'corrupt', cause } };
  }
}

/** State of decoding. */
interface Trace {
  isApproximate: boolean;
  unread: string | undefined;
}

/** Where in a file, and how large. */
interface Place {
  readonly side: number;
  readonly frame: number;
}

interface HeadedFile {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

function approximately<Value>(trace: Trace, value: Value): Value {
  trace.isApproximate = true;
  return value;
}

async function fromFrames(bytes: Uint8Array, { format }: PictureHeader, frame: number): Promise<RawPixels> {
  if (!hasFrameDecoder()) {
    if (frame > 0) throw new Error('single frames are not supported by this browser');
    return shownPixels(ownBytes(bytes));
  }
  const [pixels] = await framePixels(ownBytes(bytes), `image/${format}`, [frame]);
  if (pixels === undefined) throw new Error('the frame is missing');
  return pixels;
}

async function jpegPixels(trace: Trace, { bytes, header }: HeadedFile, side: number): Promise<RawPixels> {
  const decoded = decodeJpeg(bytes, Number.isFinite(side) ? jpegShrinkFor(header, side) : 1);
  if (decoded === 'corrupt') throw new Error('the JPEG is damaged');
  if (decoded === 'other-kind') return fitted(approximately(trace, await shownPixels(ownBytes(bytes))), side);
  return { ...lanczosShrink(decoded, side, 'decoder'), channels: 3, order: 'rgb' };
}

async function webpPixels(trace: Trace, { bytes, header }: HeadedFile, place: Place): Promise<RawPixels> {
  const isStill = header.frameCount === 1;
  const pixels = isStill ? await shownPixels(ownBytes(bytes)) : await fromFrames(bytes, header, place.frame);
  const straight = isStill && pixels.channels === 4 ? await fromFrames(bytes, header, 0) : pixels;
  const isShrunk = !header.lossless && Math.max(header.width, header.height) > place.side;
  return isShrunk ? approximately(trace, fitted(straight, place.side)) : straight;
}

async function tiffPagePixels(trace: Trace, bytes: Uint8Array, page: number): Promise<RawPixels> {
  try {
    const { pixels, isExact } = await tiffPixels(bytes, page);
    return isExact ? pixels : approximately(trace, pixels);
  } catch (error) {
    if (!(error instanceof UnreadTiff)) throw error;
    trace.unread = error.message;
    throw new Error(`not supported by the page: ${error.message}`, { cause: error });
  }
}

function pixelsOf(trace: Trace, file: HeadedFile, place: Place): Decoded<RawPixels> {
  const { bytes, header } = file;
  switch (header.format) {
    case 'jpeg':
      return orFailure(() => jpegPixels(trace, file, place.side));
    case 'png':
      return orFailure(() =>
        hasProfile(bytes) ? approximately(trace, shownPixels(ownBytes(bytes))) : pngPixels(bytes),
      );
    case 'bmp':
      return Promise.resolve(readBmp(bytes));
    case 'ppm':
      return Promise.resolve(readPnm(bytes));
    case 'tiff':
      return orFailure(() => tiffPagePixels(trace, bytes, place.frame));
    case 'gif':
      return orFailure(() => fromFrames(bytes, header, place.frame));
    case 'webp':
      return orFailure(() => webpPixels(trace, file, place));
  }
}

/** Makes a decoder for a page: with code that gives an engine's pixels where available, otherwise with the browser's. */
export function createBrowserDecoder(): BrowserDecoder {
  const trace: Trace = { isApproximate: false, unread: undefined };
  return {
    wasApproximate: () => trace.isApproximate,
    leftUnread: () => trace.unread,
    decodePixels: (bytes, header, { maxSidePx = defaultMaxSidePx, frame = 0 } = {}) =>
      pixelsOf(trace, { bytes, header }, { side: maxSidePx, frame }),
    decodeStrip: (bytes, { frame, frames }) =>
      orFailure(async () => {
        const wanted = Array.from({ length: frames }, (_, index) => frame + index);
        return below(await framePixels(ownBytes(bytes), typeOf(bytes), wanted));
      }),
    fitColour: async (pixels, { maxSidePx }) => ({ ok: true, value: asColour(pixels, maxSidePx) }),
    isPlainPage: (bytes, page) => isPlainTiffPage(bytes, page).catch(() => false),
    frameDelaysMs: (bytes) =>
      hasFrameDecoder() ? frameDurationsMs(ownBytes(bytes), typeOf(bytes)) : Promise.resolve([]),
  };
}

function typeOf(bytes: Uint8Array): string {
  const reading = readPictureHeader(bytes);
  return `image/${reading.kind === 'picture' ? reading.header.format : 'gif'}`;
}

/** Stacks frames of one size vertically into one picture with alpha. */
function below(frames: readonly RawPixels[]): RawPixels {
  const [first] = frames;
  if (first === undefined) throw new Error('no frame was asked for');
  const { width, height } = first;
  const data = new Uint8Array(width * height * frames.length * 4).fill(255);
  for (const [index, { channels, data: pixels }] of frames.entries()) {
    for (let at = 0; at < width * height; at += 1)
      data.set(pixels.subarray(at * channels, (at + 1) * channels), (index * width * height + at) * 4);
  }
  return { width, height: height * frames.length, channels: 4, order: 'rgb', data };
}
