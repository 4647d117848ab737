import sharp from 'sharp';
import type { ObjModel } from './obj-model.ts';
import { renderModel } from './rasterise.ts';
import type { View } from './rasterise.ts';
import type { Random } from './seeded.ts';

/** On what an object stands: shop white, a plain backdrop, or a blurred photograph. */
export type Backdrop = 'white' | 'plain' | 'photograph';

export interface FurnitureView {
  readonly backdrop: Backdrop;
  /** Index of the photograph behind the object. */
  readonly scene?: number;
  readonly bytes: Buffer;
}

/** Five views of each object: two as in a shop, one on a backdrop, two in a scene. */
const backdrops: readonly Backdrop[] = ['white', 'white', 'plain', 'photograph', 'photograph'];
const renderSide = 512;
const largestModel = 150_000;

function drawView(base: number, index: number, random: Random): View {
  const tinted = index >= 2;
  return {
    azimuth: base + (index === 0 ? 0 : (random() - 0.5) * 1.7),
    elevation: 0.1 + 0.5 * random(),
    roll: (random() - 0.5) * (index > 2 ? 0.2 : 0.04),
    distance: 2.3 + 0.9 * random(),
    lightAzimuth: (random() - 0.5) * 4,
    lightElevation: 0.3 + 0.9 * random(),
    ambient: 0.45 + 0.35 * random(),
    tint: tinted ? [1 + 0.2 * (random() - 0.5), 1, 1 + 0.2 * (random() - 0.5)] : [1, 1, 1],
  };
}

interface Stage {
  readonly width: number;
  readonly height: number;
}

function plainBackdrop({ width, height }: Stage, random: Random): Buffer {
  const level = 100 + 130 * random();
  const colour = (): string =>
    `rgb(${[0, 1, 2].map(() => Math.floor(Math.min(250, level + 40 * (random() - 0.5)))).join(',')})`;
  return Buffer.from(`<svg width="${width}" height="${height}"><defs><linearGradient id="g" x2="0" y2="1"><stop offset=".55" stop-color="${colour()}"/>
    <stop offset=".62" stop-color="${colour()}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`);
}

interface Ground {
  readonly picture: Buffer;
  readonly scene?: number;
}

async function backdropOf(
  kind: Backdrop,
  stage: Stage,
  options: { random: Random; photographs: readonly Buffer[] },
): Promise<Ground> {
  const { random, photographs } = options;
  if (kind === 'plain') return { picture: await sharp(plainBackdrop(stage, random)).png().toBuffer() };
  if (kind === 'white') {
    const white = sharp({ create: { ...stage, channels: 3, background: '#fff' } });
    return { picture: await white.png().toBuffer() };
  }
  const scene = Math.floor(random() * photographs.length);
  const photograph = sharp(photographs[scene]).flatten({ background: '#fff' });
  const covering = photograph.resize(stage.width, stage.height, { fit: 'cover' }).blur(0.6 + 3 * random());
  return { picture: await covering.png().toBuffer(), scene };
}

function shadow(
  { width, height }: Stage,
  box: { left: number; top: number; width: number; height: number },
  random: Random,
): Buffer {
  return Buffer.from(`<svg width="${width}" height="${height}"><defs><filter id="b"><feGaussianBlur stdDeviation="${6 + 6 * random()}"/></filter></defs>
    <ellipse cx="${box.left + box.width / 2}" cy="${box.top + box.height * 0.97}" rx="${box.width / 2}" ry="${Math.max(4, box.height * 0.05)}"
    fill="#000" fill-opacity="${0.25 + 0.3 * random()}" filter="url(#b)"/></svg>`);
}

async function renderView(
  model: ObjModel,
  view: View,
  stage: { size: Stage; backdrop: Buffer; random: Random },
): Promise<Buffer> {
  const { size, random } = stage;
  const render = renderModel(model, view, renderSide);
  const object = await sharp(render.data, { raw: { width: renderSide, height: renderSide, channels: 4 } })
    .trim({ threshold: 1 })
    .png()
    .toBuffer();
  const share = 0.6 + 0.35 * random();
  const inset = await sharp(object)
    .resize(Math.round(size.width * share), Math.round(size.height * share), { fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = inset.info;
  const left = Math.floor((size.width - width) * (0.5 + 0.6 * (random() - 0.5)));
  const top = Math.floor((size.height - height) * (0.5 + 0.5 * random()));
  const layers = [{ input: shadow(size, { left, top, width, height }, random) }, { input: inset.data, left, top }];
  return sharp(stage.backdrop)
    .composite(layers)
    .jpeg({ quality: 82 + Math.floor(12 * random()) })
    .toBuffer();
}

/**
 * Renders an object from several sides, in other light and before other backdrops.
 * @param photographs  backgrounds to draw from.
 * @returns            no view for a model that is too large to render in reasonable time.
 */
export async function furnitureViews(
  model: ObjModel,
  random: Random,
  photographs: readonly Buffer[],
): Promise<FurnitureView[]> {
  const triangles = model.materialOf.length;
  if (triangles === 0 || triangles > largestModel) return [];
  const base = (random() - 0.5) * 1.2;
  const views: FurnitureView[] = [];
  for (const [index, backdrop] of backdrops.entries()) {
    const size = { width: 400, height: index % 2 === 1 ? 400 : 340 };
    const view = drawView(base, index, random);
    const ground = await backdropOf(backdrop, size, { random, photographs });
    const bytes = await renderView(model, view, { size, backdrop: ground.picture, random });
    views.push({ backdrop, bytes, ...(ground.scene === undefined ? {} : { scene: ground.scene }) });
  }
  return views;
}
