import type { PictureHeader } from '@semblance/picture';
import type { Result } from '../result.ts';
import type { Ground } from './ground.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import type { RawPixels } from './raw-pixels.ts';

/** Default long side of the raster from which features are extracted, for which they were tuned. */
export const defaultMaxSidePx = 320;
/** Default time limit of a decoder, which stops at its next check. */
export const defaultDecodeTimeoutMs = 4_000;

/** Which frame of a picture is decoded, and how large. */
export interface PixelOptions {
  /**
   * The picture is shrunk to fit a square of this side, keeping its aspect ratio, and never enlarged. Default 320, for which the features
   * were tuned. `Infinity` keeps every pixel.
   */
  readonly maxSidePx?: number;
  /** Time after which the decoder stops at its next check. For a hard limit it has to run in a process that can be killed. */
  readonly timeoutMs?: number;
  /** Frame of an animation or page of a file, from 0; default 0. */
  readonly frame?: number;
}

/** How a picture is decoded. */
export interface DecodeOptions extends PixelOptions {
  /** Ground for transparent pixels; default white, as in shops and viewers. */
  readonly ground?: Ground;
}

/** Settings of the last steps. */
export interface RenderSettings {
  readonly maxSidePx: number;
  readonly timeoutMs: number;
}

/** Ground and settings for pixels. */
export interface ShowSettings extends RenderSettings {
  readonly ground: Ground;
}

/** A file whose header has been read. */
export interface HeadedFile {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

/** Pixels without alpha, in either order of colours. */
export type ColourPixels = RawPixels & { readonly channels: 3 };

/** Decoded pixels, or the failure. */
export type Decoded<Value> = Promise<Result<Value, DecodeFailure>>;

/**
 * Turns files into pixels: libvips in a server, the page's own decoders in a browser. All later steps share one code. Both give the same
 * pixels to the bit for the formats that they read themselves.
 */
export interface PictureDecoder {
  /** One frame with its alpha: at full size from lossless formats, fitted inside `maxSidePx` from the others. */
  readonly decodePixels: (bytes: Uint8Array, header: PictureHeader, options?: PixelOptions) => Decoded<RawPixels>;
  /** Some frames of an animation at full size, stacked vertically. */
  readonly decodeStrip: (
    bytes: Uint8Array,
    frames: { readonly frame: number; readonly frames: number },
  ) => Decoded<RawPixels>;
  /** Shrinks pixels to fit a square; those that fit are returned as they are. */
  readonly fitColour: (pixels: ColourPixels, settings: RenderSettings) => Decoded<RawPixels>;
  /** Whether the samples of a page are supported: integers of 8 or 16 bits. */
  readonly isPlainPage: (bytes: Uint8Array, page: number) => Promise<boolean>;
  /** Duration of each frame of an animation in milliseconds; empty for files without durations. */
  readonly frameDelaysMs: (bytes: Uint8Array) => Promise<readonly number[]>;
}
