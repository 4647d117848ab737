import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { grounds, transparencyOf } from './ground.ts';
import type { Ground, Transparency } from './ground.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import { defaultDecodeTimeoutMs, defaultMaxSidePx } from './picture-decoder.ts';
import type { HeadedFile, PictureDecoder } from './picture-decoder.ts';
import type { RawPixels } from './raw-pixels.ts';
import { representativeFrames } from './representative-frames.ts';
import { showPixels } from './show-pixels.ts';

/** A way to see a picture: one frame and, if that is transparent, the ground it lies on. */
export interface ViewName {
  /** Index of the frame or page, from 0. */
  readonly frame: number;
  /** Absent for an opaque frame, which looks the same on every ground. */
  readonly ground?: Ground;
}

/** A view with its pixels. */
export interface DecodedView extends ViewName {
  readonly raster: Raster;
}

/** All views of a picture, at least one. */
export interface DecodedViews {
  readonly views: readonly [DecodedView, ...DecodedView[]];
  /** Whether none of them shows anything. */
  readonly isEmpty: boolean;
}

export interface ViewOptions {
  /** As for `decodePicture`; default 320. */
  readonly maxSidePx?: number;
  readonly timeoutMs?: number;
}

interface FrameOptions extends ViewOptions {
  readonly frame: number;
}

/** Share of clear pixels above which a picture counts as transparent; rounded corners of a window are below it. */
const transparentShare = 0.01;
/** Smallest distance of visible content from a ground, of 255, for the picture to be compared on it. */
const usableDistance = 24;
/** Standard deviation of samples below which a frame is blank, such as at the ends of a fade. */
const blankSpread = 6;

/** Standard deviation of all samples, 0…127.5. */
function spreadOf({ data }: Raster): number {
  let [sum, squares] = [0, 0];
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return Math.sqrt(Math.max(0, squares / data.length - mean * mean));
}

/** Whether a raster shows next to nothing, such as the first frame of a fade. */
function isBlank(raster: Raster): boolean {
  return spreadOf(raster) < blankSpread;
}

/** Grounds on which a frame is compared: `undefined` for an opaque one, otherwise those it stands out from. */
function groundsOf({ share, isEmpty, distance }: Transparency): readonly (Ground | undefined)[] {
  if (share <= transparentShare) return [undefined];
  const usable = grounds.filter((ground) => distance[ground] >= usableDistance);
  return isEmpty || usable.length === 0 ? ['white'] : usable;
}

interface DecodedFrame {
  readonly views: readonly DecodedView[];
  readonly isEmpty: boolean;
}

async function showFrame(
  decoder: PictureDecoder,
  pixels: RawPixels,
  { frame, maxSidePx = defaultMaxSidePx, timeoutMs = defaultDecodeTimeoutMs }: FrameOptions,
): Promise<Result<DecodedFrame, DecodeFailure>> {
  const transparency = transparencyOf(pixels);
  const views: DecodedView[] = [];
  for (const ground of groundsOf(transparency)) {
    const shown = await showPixels(decoder, pixels, { maxSidePx, timeoutMs, ground: ground ?? 'white' });
    if (!shown.ok) return shown;
    views.push({ frame, ...(ground === undefined ? {} : { ground }), raster: shown.value });
  }
  return { ok: true, value: { views, isEmpty: transparency.isEmpty } };
}

async function decodeFrame(
  decoder: PictureDecoder,
  { bytes, header }: HeadedFile,
  options: FrameOptions,
): Promise<Result<DecodedFrame, DecodeFailure>> {
  const pixels = await decoder.decodePixels(bytes, header, options);
  return pixels.ok ? showFrame(decoder, pixels.value, options) : pixels;
}

/** Decodes frames after the first; damaged, unsupported and blank ones are left out. */
async function decodeLaterFrames(
  decoder: PictureDecoder,
  file: HeadedFile,
  options: ViewOptions,
): Promise<DecodedFrame[]> {
  const { bytes, header } = file;
  const found: DecodedFrame[] = [];
  for (const frame of representativeFrames(header).slice(1)) {
    if (header.format === 'tiff' && !(await decoder.isPlainPage(bytes, frame))) continue;
    const decoded = await decodeFrame(decoder, file, { ...options, frame });
    if (decoded.ok && !isEmptyFrame(decoded.value)) found.push(decoded.value);
  }
  return found;
}

function isEmptyFrame({ views, isEmpty }: DecodedFrame): boolean {
  return isEmpty || views.every(({ raster }) => isBlank(raster));
}

/**
 * Decodes all views of a picture. An ordinary picture has one view. A transparent one is shown on white and on black if it stands out from
 * them, as a white logo has a shape on black only. An animation has up to eight frames, without blank ones.
 */
export async function decodeViews(
  decoder: PictureDecoder,
  file: HeadedFile,
  options: ViewOptions = {},
): Promise<Result<DecodedViews, DecodeFailure>> {
  const first = await decodeFrame(decoder, file, { ...options, frame: 0 });
  if (!first.ok) return first;
  const later = await decodeLaterFrames(decoder, file, options);
  const frames = later.length > 0 && isEmptyFrame(first.value) ? later : [first.value, ...later];
  const [view, ...others] = frames.flatMap(({ views }) => views);
  if (view === undefined) throw new Error('a decoded picture has no view');
  return { ok: true, value: { views: [view, ...others], isEmpty: frames.every(({ isEmpty }) => isEmpty) } };
}
