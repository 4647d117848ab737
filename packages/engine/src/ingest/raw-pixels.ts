/**
 * Undecorated 8-bit pixels on their way from a reader to the scaler: row-major, top row first, no padding.
 * `data.length === width * height * channels`.
 */
export interface RawPixels {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 colour and straight alpha. */
  readonly channels: 1 | 3 | 4;
  /** Order of the colour channels. Files that store blue first are turned round after scaling, when they are small. */
  readonly order: 'rgb' | 'bgr';
  readonly data: Uint8Array;
}
