/** Pixels to be written into files: interleaved samples, top row first. */
export interface TestImage {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 colour and alpha. */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

/** A picture with gradients, edges, texture and noise: varied enough that no two pixels can be swapped unnoticed. */
export function photoLike(width: number, height: number, channels: 1 | 3 | 4 = 3): TestImage {
  const data = new Uint8Array(width * height * channels);
  let state = 0x2f_6e_2b_1 + width * 31 + height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        data[(y * width + x) * channels + channel] = sample({ x, y, channel, noise: state >>> 28 });
      }
    }
  }
  return { width, height, channels, data };
}

/** At most `colours` different colours, for palette formats. Returns indices beside the colours. */
export function paletteImage(width: number, height: number, colours: number): PaletteImage {
  const palette = Uint8Array.from({ length: colours * 3 }, (_, index) => (index * 73 + (index % 3) * 41 + 7) % 256);
  const indices = Uint8Array.from(
    { length: width * height },
    (_, at) => (Math.floor((at % width) / 7) + Math.floor(at / width / 5) * 3) % colours,
  );
  const data = Uint8Array.from(
    { length: width * height * 3 },
    (_, at) => palette[(indices[Math.floor(at / 3)] ?? 0) * 3 + (at % 3)] ?? 0,
  );
  return { image: { width, height, channels: 3, data }, palette, indices };
}

export interface PaletteImage {
  readonly image: TestImage;
  /** Red, green, blue, red, … */
  readonly palette: Uint8Array;
  readonly indices: Uint8Array;
}

/** The same picture in one channel, by its first. */
export function firstChannel(image: TestImage): TestImage {
  const data = Uint8Array.from({ length: image.width * image.height }, (_, at) => image.data[at * image.channels] ?? 0);
  return { width: image.width, height: image.height, channels: 1, data };
}

/** Grey pixels written as three equal channels. */
export function asColour(grey: TestImage): TestImage {
  const data = Uint8Array.from({ length: grey.data.length * 3 }, (_, at) => grey.data[Math.floor(at / 3)] ?? 0);
  return { width: grey.width, height: grey.height, channels: 3, data };
}

function sample(place: { x: number; y: number; channel: number; noise: number }): number {
  const { x, y, channel, noise } = place;
  const gradient = x * (channel + 1) * 0.7 + y * (3 - channel) * 0.5;
  const edge = (Math.floor(x / 23) + Math.floor(y / 17)) % 2 === 0 ? 60 : 0;
  const texture = 30 * Math.sin(x / (3 + channel)) * Math.cos(y / 4);
  return Math.max(0, Math.min(255, Math.round((gradient % 150) + edge + texture + noise + 20)));
}
