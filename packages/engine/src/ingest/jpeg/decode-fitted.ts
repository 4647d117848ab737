import type { Raster } from '../../raster.ts';
import { blockSideOf, jpegShrinkFor } from '../portable/jpeg/decode-jpeg.ts';
import type { ComponentLayout, FrameLayout } from '../portable/jpeg/frame.ts';
import type { BlockSide } from '../portable/jpeg/inverse-dct.ts';
import { decodePlanes } from './decode-planes.ts';
import { joinPlanes } from './join-planes.ts';
import type { PicturePlanes } from './join-planes.ts';
import type { WantedPlane } from './plane-records.ts';
import { readPlainHead } from './scan-head.ts';
import type { ScanHead } from './scan-head.ts';

/** Pixels after decoding, above which the memory that it takes is left to libvips, which needs less of it. */
const mostDecodedPixels = 2_097_152;
/** Pictures of fewer pixels are decoded anew when they are looked at in detail: their detail is more than half of them. */
const leastKeptPixels = 900_000;
/** Planes of colours that are narrower are not smoothed when they are enlarged. */
const leastSmoothed = 3;

/** How a picture is decoded. */
interface Plan {
  readonly wanted: readonly WantedPlane[];
  readonly width: number;
  readonly height: number;
  readonly colours: PicturePlanes['colours'];
}

/** Factors and size of a plane of colours; undefined for samplings that are enlarged in another way. */
function coloursOf(
  component: ComponentLayout,
  frame: FrameLayout,
  { least, side }: { readonly least: BlockSide; readonly side: BlockSide },
): PicturePlanes['colours'] | undefined {
  const { mostAcross, mostDown } = frame;
  const width = Math.ceil((frame.width * component.across * side) / (mostAcross * 8));
  const height = Math.ceil((frame.height * component.down * side) / (mostDown * 8));
  const across = (mostAcross * least) / (component.across * side);
  const down = (mostDown * least) / (component.down * side);
  if (across === 1 && down === 1) return { across, down, width, height };
  if (least === 1 || width < leastSmoothed || across !== 2 || (down !== 1 && down !== 2)) return undefined;
  return { across, down, width, height };
}

function planOf({ reading, frame }: ScanHead, maxSidePx: number): Plan | undefined {
  const shrink = jpegShrinkFor(frame, maxSidePx);
  const least = (8 / shrink) as BlockSide;
  const [width, height] = [Math.floor(frame.width / shrink), Math.floor(frame.height / shrink)];
  if (Math.min(width, height) < 1 || width * height > mostDecodedPixels) return undefined;
  const isKept = shrink > 1 && least > 1 && frame.width * frame.height >= leastKeptPixels;
  const wanted: WantedPlane[] = [];
  let colours: Plan['colours'] = { across: 1, down: 1, width, height };
  for (const component of frame.components) {
    const weights = reading.quantTables[component.quantTable];
    const side = blockSideOf(component, frame, least);
    const found = coloursOf(component, frame, { least, side });
    const isOther = wanted.length === 2 && (found?.across !== colours.across || found.down !== colours.down);
    if (weights === undefined || found === undefined || isOther) return undefined;
    if (wanted.length > 0) colours = found;
    wanted.push({ kind: side, weights, isKept: wanted.length === 0 && isKept });
  }
  return { wanted, width, height, colours };
}

/**
 * Decodes a JPEG and fits it inside a square: the same bytes as libvips gives, in about half of its time. The work is done where
 * it is asked for, within a hundred milliseconds.
 * @returns undefined for a picture that is not plainly coded, has a colour profile, is large after decoding, or is damaged: it is for
 *          libvips, which says what is wrong.
 */
export function decodeFitted(bytes: Uint8Array, maxSidePx: number): Raster | undefined {
  const head = readPlainHead(bytes);
  if (head === undefined || head.reading.profile !== undefined) return undefined;
  const plan = planOf(head, maxSidePx);
  const planes = plan === undefined ? undefined : decodePlanes(head, plan.wanted);
  return plan === undefined || planes === undefined ? undefined : joinPlanes({ planes, ...plan }, maxSidePx);
}
