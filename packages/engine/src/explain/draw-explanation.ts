import sharp from 'sharp';
import type { Raster } from '../raster.ts';
import type { Explanation } from './explain-pair.ts';
import { explanationSvg, type ShownPicture } from './explanation-svg.ts';

/** A raster and the name to show under it. */
export interface NamedRaster {
  readonly name: string;
  readonly raster: Raster;
}

async function shown({ name, raster }: NamedRaster): Promise<ShownPicture> {
  const { width, height, data } = raster;
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { name, width, height, dataUri: `data:image/png;base64,${png.toString('base64')}` };
}

/** Loaders that turn SVG into pixels. */
const svgLoaders = { operation: ['VipsForeignLoadSvgBuffer'] };

/**
 * Turns an SVG of our own making into a PNG. Where decoding is hardened, SVG is not read at all: the loader is let in
 * for this one call, in a process that serves nobody else.
 */
async function rasterise(svg: string): Promise<Buffer> {
  sharp.unblock(svgLoaders);
  try {
    return await sharp(Buffer.from(svg)).png().toBuffer();
  } finally {
    sharp.block(svgLoaders);
  }
}

/** Draws an explanation as a PNG that a person understands at a glance. Not for a process that reads pictures of others. */
export async function drawExplanation(
  explanation: Explanation,
  first: NamedRaster,
  second: NamedRaster,
): Promise<Buffer> {
  return rasterise(explanationSvg(explanation, [await shown(first), await shown(second)]));
}
