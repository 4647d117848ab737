import sharp from 'sharp';
import type { Raster } from '../../raster.ts';
import { differencePicture } from './difference-picture.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import type { Explanation } from './explain-pair.ts';
import { explanationSvg } from './explanation-svg.ts';
import type { Size } from './overlap.ts';
import type { ShownPicture } from './picture-frames.ts';

/** A raster to draw, and what to say of it. */
export interface NamedRaster {
  readonly name: string;
  /** Size of the file's picture, pixels; default: the raster's. */
  readonly size?: Size;
  readonly raster: Raster;
}

async function shown({ name, size, raster }: NamedRaster): Promise<ShownPicture> {
  const png = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .png()
    .toBuffer();
  const [width, height] = size ?? [raster.width, raster.height];
  return { name, width, height, dataUri: `data:image/png;base64,${png.toString('base64')}` };
}

/** Loaders that turn SVG into pixels. */
const svgLoaders = { operation: ['VipsForeignLoadSvgBuffer'] };

/**
 * Turns an SVG that we made into a PNG. Where decoding is hardened, SVG is not read at all: the loader is let in
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
  [first, second]: readonly [NamedRaster, NamedRaster],
  language: DrawingLanguage,
): Promise<Buffer> {
  const { difference } = explanation.comparison;
  const laid =
    difference === undefined
      ? undefined
      : await shown({ name: '', raster: differencePicture(first.raster, second.raster, difference) });
  const pictures = [await shown(first), await shown(second)] as const;
  return rasterise(explanationSvg(explanation, { pictures, difference: laid, language }));
}
