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

/** Draws an explanation as a PNG that a person understands at a glance. */
export async function drawExplanation(
  explanation: Explanation,
  first: NamedRaster,
  second: NamedRaster,
): Promise<Buffer> {
  const svg = explanationSvg(explanation, [await shown(first), await shown(second)]);
  return sharp(Buffer.from(svg)).png().toBuffer();
}
