import sharp from 'sharp';
import { draw } from './seeded.ts';
import type { Random } from './seeded.ts';
import { transformations } from './transformations.ts';
import type { Transformation, TransformationContext } from './transformations.ts';
import { rasterOf, warp } from './warp.ts';

/** Side of the copies, in pixels: trademark search asks for 200 or more. */
const side = 400;

const jpeg = (picture: Buffer, quality = 88): Promise<Buffer> =>
  sharp(picture).flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();

/** The emblem at `share` of a square of `side` px, turned by some degrees. */
async function inset(logo: Buffer, share: number, degrees: number): Promise<Buffer> {
  return sharp(
    await sharp(logo)
      .resize(Math.round(side * share))
      .png()
      .toBuffer(),
  )
    .rotate(degrees, { background: '#00000000' })
    .png()
    .toBuffer();
}

async function onGround(ground: Buffer, logo: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(logo).metadata();
  const left = Math.floor((side - width) * random());
  const top = Math.floor((side - height) * random());
  const layers = [{ input: logo, left, top }];
  return jpeg(await sharp(ground).composite(layers).png().toBuffer());
}

/** A plate of one strong colour, as on a bag or a shop front. */
async function onColour(logo: Buffer, { random }: TransformationContext): Promise<Buffer> {
  const background = `hsl(${Math.floor(360 * random())}, 65%, ${Math.floor(30 + 40 * random())}%)`;
  const plate = Buffer.from(
    `<svg width="${side}" height="${side}"><rect width="100%" height="100%" fill="${background}"/></svg>`,
  );
  return onGround(plate, await inset(logo, 0.5 + 0.35 * random(), 0), random);
}

/** A sign on a thing: small, slightly turned, before a photograph. */
async function onPhotograph(logo: Buffer, { random, other }: TransformationContext): Promise<Buffer> {
  const ground = await sharp(await other())
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'cover' })
    .blur(0.4 + 1.2 * random())
    .png()
    .toBuffer();
  return onGround(ground, await inset(logo, 0.4 + 0.3 * random(), (random() - 0.5) * 20), random);
}

/** The emblem's edges as dark lines on white. */
async function outline(logo: Buffer): Promise<Buffer> {
  const grey = await sharp(logo).flatten({ background: '#ffffff' }).resize(side).greyscale().png().toBuffer();
  const kernel = (values: readonly number[]) => ({ width: 3, height: 3, kernel: [...values] });
  const edges = async (values: readonly number[]): Promise<Buffer> =>
    sharp(grey)
      .convolve({ ...kernel(values), scale: 1, offset: 128 })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
  const [across, down] = [await edges([-1, 0, 1, -2, 0, 2, -1, 0, 1]), await edges([-1, -2, -1, 0, 0, 0, 1, 2, 1])];
  const lines = across.map((value, at) => 255 - Math.min(255, 2 * Math.hypot(value - 128, (down[at] ?? 128) - 128)));
  return jpeg(
    await sharp(lines, { raw: { width: side, height: side, channels: 1 } })
      .blur(0.6)
      .png()
      .toBuffer(),
  );
}

/** Seen from the side: the far edge is shorter, up or down, left or right. */
async function perspective(logo: Buffer, { random }: TransformationContext): Promise<Buffer> {
  const source = await rasterOf(await sharp(logo).resize(side).png().toBuffer());
  const tilt = () => (random() < 0.5 ? -1 : 1) * (0.25 + 0.3 * random());
  const [pan, pitch] = [tilt(), 0.4 * tilt()];
  const centre = side / 2;
  const mapped = await warp(source, { width: side, height: side }, (column, row) => {
    const [x, y] = [(column - centre) / centre, (row - centre) / centre];
    const depth = 1 / (1 - pan * x - pitch * y);
    return { x: centre + 1.15 * x * depth * centre, y: centre + 1.05 * y * depth * centre };
  });
  return jpeg(mapped);
}

/** Enlarged from a small picture of a page. */
async function lowResolution(logo: Buffer, { random }: TransformationContext): Promise<Buffer> {
  const small = sharp(logo)
    .flatten({ background: '#ffffff' })
    .resize(48 + Math.floor(32 * random()));
  return jpeg(
    await sharp(await small.jpeg({ quality: 60 }).toBuffer())
      .resize(240)
      .png()
      .toBuffer(),
  );
}

async function withNameBelow(logo: Buffer, { random }: TransformationContext): Promise<Buffer> {
  const name = draw(['ACME', 'Northwind', 'Lotus', 'BRIGHT', 'Kolibri', 'PRIMA'], random);
  const height = Math.round(side * 1.3);
  const page = Buffer.from(`<svg width="${side}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>
    <text x="50%" y="${height - 40}" font-size="64" font-family="sans-serif" font-weight="bold" text-anchor="middle" fill="#222">${name}</text></svg>`);
  const layers = [{ input: await inset(logo, 0.95, 0), left: Math.round(side * 0.025), top: 4 }];
  return jpeg(await sharp(page).composite(layers).png().toBuffer());
}

/** Every way a copy of an emblem is made here. */
export const logoCopies = {
  'other colours': async (logo, { random }) =>
    jpeg(
      await sharp(logo)
        .modulate({ hue: 70 + Math.floor(220 * random()) })
        .png()
        .toBuffer(),
    ),
  grey: transformations.grey,
  inverted: async (logo) =>
    jpeg(await sharp(logo).flatten({ background: '#ffffff' }).negate({ alpha: false }).png().toBuffer()),
  outline,
  crop: transformations.crop,
  'on a colour': onColour,
  'on a photograph': onPhotograph,
  turned: transformations.turn,
  perspective,
  stretch: transformations.stretch,
  'low resolution': lowResolution,
  'strong JPEG': transformations['strong JPEG'],
  'with a name below': withNameBelow,
} as const satisfies Record<string, Transformation>;

export type LogoCopyName = keyof typeof logoCopies;
