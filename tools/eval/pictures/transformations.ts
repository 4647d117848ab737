import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { draw } from './seeded.ts';
import type { Random } from './seeded.ts';

/** What a transformation may use besides the picture. */
export interface TransformationContext {
  readonly random: Random;
  /** Another picture, for collages and frames. */
  readonly other: () => Promise<Buffer>;
}

export type Transformation = (picture: Buffer, context: TransformationContext) => Promise<Buffer>;

const onWhite = (picture: Buffer): Sharp => sharp(picture).flatten({ background: '#ffffff' });
const jpeg = (picture: Sharp, quality = 85): Promise<Buffer> => picture.jpeg({ quality }).toBuffer();

async function sizeOf(picture: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

async function cropped(picture: Buffer, share: number, random: Random): Promise<Sharp> {
  const size = await sizeOf(picture);
  const width = Math.round(size.width * share);
  const height = Math.round(size.height * share);
  const left = Math.floor((size.width - width) * random());
  const top = Math.floor((size.height - height) * random());
  return sharp(await onWhite(picture).extract({ left, top, width, height }).png().toBuffer());
}

async function noisy(picture: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await onWhite(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 1) {
    const noise = (random() + random() + random() - 1.5) * 56;
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + noise));
  }
  return jpeg(sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }));
}

async function letterboxed(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(picture);
  const background = random() < 0.5 ? '#000000' : '#ffffff';
  const bar = 0.12 + 0.15 * random();
  if (random() < 0.5) {
    const rows = Math.round(height * bar);
    return jpeg(onWhite(picture).extend({ top: rows, bottom: rows, background }));
  }
  const columns = Math.round(width * bar);
  return jpeg(onWhite(picture).extend({ left: columns, right: columns, background }));
}

async function withText(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(picture);
  const svg = `<svg width="${width}" height="${height}"><text x="50%" y="${Math.round(25 + 50 * random())}%" font-size="${Math.round(height / 7)}"
    font-family="sans-serif" font-weight="bold" text-anchor="middle" fill="#fff" stroke="#000" stroke-width="2">SALE ${Math.floor(random() * 90)}%</text>
    <rect x="${Math.round(width * 0.02)}" y="${Math.round(height * 0.85)}" width="${Math.round(width * 0.4)}" height="${Math.round(height * 0.12)}" fill="#d22"/></svg>`;
  return jpeg(onWhite(picture).composite([{ input: Buffer.from(svg) }]));
}

async function pictureInPicture(picture: Buffer, { random, other }: TransformationContext): Promise<Buffer> {
  const [frameWidth, frameHeight] = [640, 480];
  const frame = await onWhite(await other())
    .resize(frameWidth, frameHeight, { fit: 'cover' })
    .png()
    .toBuffer();
  const share = 0.4 + 0.2 * random();
  const inset = await onWhite(picture)
    .resize(Math.round(frameWidth * share), Math.round(frameHeight * share), { fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((frameWidth - inset.info.width) * random());
  const top = Math.floor((frameHeight - inset.info.height) * random());
  return jpeg(sharp(frame).composite([{ input: inset.data, left, top }]));
}

async function collage(picture: Buffer, { random, other }: TransformationContext): Promise<Buffer> {
  const side = 320;
  const own = Math.floor(random() * 4);
  const cells = [];
  for (let index = 0; index < 4; index += 1) {
    const source = index === own ? picture : await other();
    const input = await onWhite(source)
      .resize(side - 4, side - 4, { fit: 'cover' })
      .png()
      .toBuffer();
    cells.push({ input, left: (index % 2) * side + 2, top: Math.floor(index / 2) * side + 2 });
  }
  return jpeg(
    sharp({ create: { width: 2 * side, height: 2 * side, channels: 3, background: '#fff' } }).composite(cells),
  );
}

async function screenshot(picture: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await onWhite(picture).resize(480).png().toBuffer({ resolveWithObject: true });
  const [width, height] = [info.width + 40, info.height + 180];
  const page = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f5f7"/><rect width="100%" height="60" fill="#1d3a6b"/>
    <text x="24" y="40" font-size="26" font-family="sans-serif" fill="#fff">Market</text>
    <text x="24" y="${height - 60}" font-size="24" font-family="sans-serif" fill="#222">New in, ¥ ${Math.floor(random() * 900)}</text></svg>`;
  return jpeg(sharp(Buffer.from(page)).composite([{ input: data, left: 20, top: 76 }]), 80);
}

async function combined(picture: Buffer, random: Random): Promise<Buffer> {
  const part = await (await cropped(picture, 0.75 + 0.15 * random(), random)).png().toBuffer();
  return jpeg(sharp(part).rotate(3).modulate({ brightness: 1.15, saturation: 1.25 }).resize(400), 40);
}

async function stretched(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(picture);
  const [across, down] = random() < 0.5 ? [0.65, 1] : [1, 0.7];
  return jpeg(onWhite(picture).resize(Math.round(width * across), Math.round(height * down), { fit: 'fill' }));
}

const contrasted = (picture: Buffer, factor: number): Promise<Buffer> =>
  jpeg(onWhite(picture).linear(factor, 128 * (1 - factor)));

/** Every way a copy is made here. Parameters are drawn within the stated ranges. */
export const transformations = {
  'strong JPEG': (picture) => jpeg(onWhite(picture), 10),
  thumbnail: async (picture, { random }) =>
    jpeg(onWhite(picture).resize(Math.max(48, Math.round((await sizeOf(picture)).width * (0.12 + 0.1 * random()))))),
  crop: async (picture, { random }) => jpeg(await cropped(picture, 0.6 + 0.25 * random(), random)),
  'tight crop': async (picture, { random }) => jpeg(await cropped(picture, 0.4 + 0.15 * random(), random)),
  stretch: (picture, { random }) => stretched(picture, random),
  mirror: (picture) => jpeg(onWhite(picture).flop()),
  'quarter turn': (picture) => jpeg(onWhite(picture).rotate(90)),
  'slight turn': (picture, { random }) =>
    jpeg(onWhite(picture).rotate((random() < 0.5 ? -1 : 1) * (5 + 10 * random()), { background: '#ffffff' })),
  turn: (picture, { random }) =>
    jpeg(
      onWhite(picture).rotate((random() < 0.5 ? -1 : 1) * (20 + 20 * random()), {
        background: draw(['#000000', '#ffffff'], random),
      }),
    ),
  brightness: (picture, { random }) => jpeg(onWhite(picture).modulate({ brightness: random() < 0.5 ? 0.6 : 1.4 })),
  contrast: (picture, { random }) => contrasted(picture, random() < 0.5 ? 0.5 : 1.6),
  gamma: (picture, { random }) => jpeg(onWhite(picture).gamma(1.6 + 0.8 * random(), 1)),
  saturation: (picture, { random }) =>
    jpeg(
      onWhite(picture).modulate({ saturation: random() < 0.5 ? 0.35 : 1.9, hue: Math.round(30 * (random() - 0.5)) }),
    ),
  grey: (picture) => jpeg(onWhite(picture).greyscale()),
  tint: (picture) => jpeg(onWhite(picture).recomb([[1.2, 0, 0], [0, 1, 0], [0, 0, 0.75]])), // prettier-ignore
  blur: async (picture, { random }) =>
    jpeg(onWhite(picture).blur(Math.max(1, ((await sizeOf(picture)).width / 130) * (1 + random())))),
  noise: (picture, { random }) => noisy(picture, random),
  letterbox: (picture, { random }) => letterboxed(picture, random),
  text: (picture, { random }) => withText(picture, random),
  'picture in picture': pictureInPicture,
  collage,
  screenshot: (picture, { random }) => screenshot(picture, random),
  combination: (picture, { random }) => combined(picture, random),
} as const satisfies Record<string, Transformation>;

export type TransformationName = keyof typeof transformations;

/** Puts a cut-out on another picture as its background; `picture` must have transparency to show any. */
export async function newBackground(picture: Buffer, { random, other }: TransformationContext): Promise<Buffer> {
  const size = await sizeOf(picture);
  const width = Math.round(size.width * (1.05 + 0.4 * random()));
  const height = Math.round(size.height * (1.05 + 0.4 * random()));
  const left = Math.floor((width - size.width) * random());
  const top = Math.floor((height - size.height) * random());
  return jpeg(
    onWhite(await other())
      .resize(width, height, { fit: 'cover' })
      .composite([{ input: picture, left, top }]),
    88,
  );
}
