/** Plain 8-bit pixels between a reader and the scaler: row-major, top row first, no padding. `data.length === width * height * channels`. */
export interface RawPixels {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 colour and straight alpha. */
  readonly channels: 1 | 3 | 4;
  /** Order of the colour channels. Pixels stored blue first are reordered after scaling, when they are fewer. */
  readonly order: 'rgb' | 'bgr';
  readonly data: Uint8Array;
}

/** Grey samples, with `channels` values a pixel of which the last of two is alpha, as colour with or without alpha. */
export function spreadGrey(grey: Uint8Array, channels: 1 | 2): Uint8Array {
  const wide = channels + 2;
  const colour = new Uint8Array((grey.length / channels) * wide);
  for (let pixel = 0; pixel * wide < colour.length; pixel += 1) {
    const sample = grey[pixel * channels] ?? 0;
    colour[pixel * wide] = sample;
    colour[pixel * wide + 1] = sample;
    colour[pixel * wide + 2] = sample;
    if (channels === 2) colour[pixel * wide + 3] = grey[pixel * 2 + 1] ?? 0;
  }
  return colour;
}
