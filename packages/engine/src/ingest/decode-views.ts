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

/** One way to see a picture: a frame of it and, where that is transparent, what it lies on. */
export interface ViewName {
  /** Place of the frame or page, from 0. */
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
  /** Whether nothing at all can be seen in any of them. */
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

/** Share of clear pixels above which a picture counts as transparent: rounded corners of a window are less. */
const transparentShare = 0.01;
/** A transparent picture is compared on a ground from which what is seen differs at least so much, of 255. */
const usableDistance = 24;
/** Frames whose samples spread less than this are blank: fades begin and end with them. */
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

/** The grounds a frame is shown on: none in particular for an opaque one, else those it stands out from. */
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

/** Frames after the first; those that are damaged, of a kind that is not read, or blank are left out. */
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
 * Decodes a picture in every way it is compared. An ordinary picture has one view. A transparent one is shown on white
 * and on black, where it stands out from them: a white logo has a shape on black only. Of an animation up to eight
 * frames are shown, blank ones left out.
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
