import type { PictureHeader } from '@semblance/picture';
import type { Result } from '../result.ts';
import type { Ground } from './ground.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import type { RawPixels } from './raw-pixels.ts';

/** Long side of what features are taken from: the size they were chosen at. */
export const defaultMaxSidePx = 320;
/** A decoder that takes longer is stopped at its next chance. */
export const defaultDecodeTimeoutMs = 4_000;

/** Which frame of a picture is decoded, and how large. */
export interface PixelOptions {
  /**
   * The picture is shrunk to fit a square of this side, aspect kept, and never enlarged. Default 320: the size the
   * features were chosen at. `Infinity` keeps every pixel.
   */
  readonly maxSidePx?: number;
  /** After this the decoder stops at its next chance. What must stop at once has to run in a process that can be killed. */
  readonly timeoutMs?: number;
  /** Frame of an animation or page of a file, from 0; default 0. */
  readonly frame?: number;
}

/** How a picture is decoded. */
export interface DecodeOptions extends PixelOptions {
  /** What transparency is shown on; default white, as shops and viewers do. */
  readonly ground?: Ground;
}

/** What the last steps need to know. */
export interface RenderSettings {
  readonly maxSidePx: number;
  readonly timeoutMs: number;
}

/** Where and how pixels are shown. */
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

/** Pixels, or why there are none. */
export type Decoded<Value> = Promise<Result<Value, DecodeFailure>>;

/**
 * Turns files into pixels: libvips in a server, a page's own decoders in a browser. Everything behind it is one code.
 * Both give the same pixels to the bit for the formats that they read themselves.
 */
export interface PictureDecoder {
  /** One frame with its alpha: at full size from lossless formats, fitted inside `maxSidePx` from the others. */
  readonly decodePixels: (bytes: Uint8Array, header: PictureHeader, options?: PixelOptions) => Decoded<RawPixels>;
  /** Some frames of an animation at full size, below each other. */
  readonly decodeStrip: (
    bytes: Uint8Array,
    frames: { readonly frame: number; readonly frames: number },
  ) => Decoded<RawPixels>;
  /** Shrinks pixels to fit a square; those that fit are returned as they are. */
  readonly fitColour: (pixels: ColourPixels, settings: RenderSettings) => Decoded<RawPixels>;
  /** Whether a page of a file holds samples that are read rightly: whole numbers of 8 or 16 bits. */
  readonly isPlainPage: (bytes: Uint8Array, page: number) => Promise<boolean>;
  /** How long each frame of an animation is shown, ms, in order; empty for files whose frames have no times. */
  readonly frameDelaysMs: (bytes: Uint8Array) => Promise<readonly number[]>;
}
