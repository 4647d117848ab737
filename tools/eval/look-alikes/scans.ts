import sharp from 'sharp';
import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { rasterOf, warp } from '../pictures/warp.ts';
import { text } from './drawing.ts';

/** What paper and a lens do to brightness at a place; both coordinates run from 0 to 1. */
type Shade = (x: number, y: number) => number;

const shadow = (random: Random): Shade => {
  const [across, down, depth] = [random() - 0.5, random() - 0.5, 0.25 * random()];
  return (x, y) => 1 - depth * (0.5 + across * (x - 0.5) * 2 + down * (y - 0.5) * 2);
};

interface Paper {
  /** Brightness of white paper, 0…1. */
  readonly white: number;
  /** Brightness of black ink, 0…1. */
  readonly black: number;
  /** Standard deviation of the noise, in levels of 255. */
  readonly noise: number;
  readonly shade: Shade;
}

/** Sensor noise, grey paper, weak ink and uneven light. */
async function aged(picture: Buffer, { white, black, noise, shade }: Paper, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (let at = 0; at < data.length; at += channels) {
    const pixel = at / channels;
    const light = shade((pixel % width) / width, Math.floor(pixel / width) / height);
    const grain = (random() + random() + random() - 1.5) * 2 * noise;
    for (let channel = 0; channel < channels; channel += 1) {
      const value = (black * 255 + (data[at + channel] ?? 0) * (white - black)) * light + grain;
      data[at + channel] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
  return sharp(data, { raw: { width, height, channels: channels === 3 ? 3 : 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

const jpeg = (picture: Buffer, quality: number): Promise<Buffer> =>
  sharp(picture).flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();

async function sizeOf(picture: Buffer): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

/** Turned by up to `most` degrees on grey, as paper lies on a glass. */
const turned = (picture: Buffer, most: number, random: Random): Promise<Buffer> =>
  sharp(picture)
    .flatten({ background: '#ffffff' })
    .rotate((random() - 0.5) * 2 * most, { background: draw(['#f0eeea', '#ffffff', '#d8d6d2'], random) })
    .png({ compressionLevel: 1 })
    .toBuffer();

/** A flatbed scan: a slight turn, grey paper, soft, noise, JPEG. */
export async function scanned(picture: Buffer, random: Random): Promise<Buffer> {
  const laid = await turned(picture, 2, random);
  const soft = await sharp(laid)
    .blur(0.4 + 0.6 * random())
    .png({ compressionLevel: 1 })
    .toBuffer();
  const surface: Paper = {
    white: 0.86 + 0.13 * random(),
    black: 0.12 * random(),
    noise: 2 + 6 * random(),
    shade: shadow(random),
  };
  return jpeg(await aged(soft, surface, random), 55 + Math.floor(35 * random()));
}

/** Photographed by hand: mild perspective, uneven light, soft, JPEG. */
export async function photographed(picture: Buffer, random: Random): Promise<Buffer> {
  const source = await rasterOf(picture);
  const { width, height } = source;
  const [pan, pitch, turn] = [0.14 * (random() - 0.5), 0.14 * (random() - 0.5), 0.06 * (random() - 0.5)];
  const shade = shadow(random);
  const seen = await warp(source, { width, height }, (column, row) => {
    const [x, y] = [(2 * column) / width - 1, (2 * row) / height - 1];
    const depth = 1.06 / (1 - pan * x - pitch * y);
    const [across, down] = [
      (x * Math.cos(turn) - y * Math.sin(turn)) * depth,
      (x * Math.sin(turn) + y * Math.cos(turn)) * depth,
    ];
    return {
      x: ((across + 1) / 2) * width,
      y: ((down + 1) / 2) * height,
      brightness: shade(column / width, row / height),
    };
  });
  return jpeg(
    await sharp(seen)
      .blur(0.5 + 0.5 * random())
      .png({ compressionLevel: 1 })
      .toBuffer(),
    70 + Math.floor(20 * random()),
  );
}

async function rescaled(picture: Buffer, random: Random): Promise<Buffer> {
  const { width } = await sizeOf(picture);
  return jpeg(
    await sharp(picture)
      .resize(Math.max(160, Math.round(width * (0.45 + 0.35 * random()))))
      .png()
      .toBuffer(),
    85,
  );
}

async function cropped(picture: Buffer, random: Random): Promise<Buffer> {
  const size = await sizeOf(picture);
  const share = 0.78 + 0.14 * random();
  const [width, height] = [Math.round(size.width * share), Math.round(size.height * share)];
  const [left, top] = [Math.floor((size.width - width) * random()), Math.floor((size.height - height) * random())];
  return jpeg(await sharp(picture).extract({ left, top, width, height }).png().toBuffer(), 88);
}

/** A word in a frame, slanted, over a tenth of the picture or so. */
async function stamped(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(picture);
  const wide = Math.min(width, height * 1.6) * (0.4 + 0.15 * random());
  const high = wide * 0.3;
  const [x, y] = [(width - wide) * random(), high + (height - 2 * high) * random()];
  const tint = draw(['#c01818', '#1a3fa0', '#157a3a'], random);
  const more = `transform="rotate(${Math.round(-20 + 40 * random())} ${x + wide / 2} ${y})"`;
  const frame = `<rect x="${x}" y="${y - high * 0.75}" width="${wide}" height="${high}" fill="none" stroke="${tint}" stroke-width="${high / 12}" ${more}/>`;
  const words = text([x + wide / 2, y], draw(['PAID', 'COPY', 'VOID', 'DRAFT', 'SOLD'], random), {
    size: high * 0.75,
    font: 'DejaVu Sans',
    fill: tint,
    anchor: 'middle',
    weight: 'bold',
    more,
  });
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frame}${words}</svg>`,
  );
  return jpeg(
    await sharp(picture)
      .flatten({ background: '#ffffff' })
      .composite([{ input: svg }])
      .png()
      .toBuffer(),
    85,
  );
}

/** Shown on a screen at another scale, stored small, sent on as WebP. */
async function passedOn(picture: Buffer, random: Random): Promise<Buffer> {
  const { width } = await sizeOf(picture);
  const shown = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .resize(Math.round(width * (0.7 + 0.6 * random())))
    .webp({ quality: 45 })
    .toBuffer();
  return jpeg(shown, 45 + Math.floor(25 * random()));
}

/** Every way a look-alike's picture is copied. */
export const lookAlikeCopies = {
  scan: scanned,
  photograph: photographed,
  rescale: rescaled,
  crop: cropped,
  grey: async (picture: Buffer): Promise<Buffer> =>
    jpeg(await sharp(picture).flatten({ background: '#ffffff' }).greyscale().png().toBuffer(), 85),
  stamp: stamped,
  'passed on': passedOn,
} as const satisfies Record<string, (picture: Buffer, random: Random) => Promise<Buffer>>;

export type LookAlikeCopy = keyof typeof lookAlikeCopies;
