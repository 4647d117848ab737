import type { LumaPlane } from '../../raster.ts';
import { decodePlanes } from './decode-planes.ts';
import type { DecodedPlane, WantedPlane } from './decode-planes.ts';
import { halfWeights } from './half-weights.ts';
import { hasUsualTones } from './profile-tones.ts';
import { readPlainHead } from './scan-head.ts';

const passedOver: WantedPlane = { kind: 0, weights: [] };

/** The part of the decoded plane that is the picture. */
function cropped({ samples, stride }: DecodedPlane, width: number, height: number): LumaPlane {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) data.set(samples.subarray(y * stride, y * stride + width), y * width);
  return { width, height, data };
}

/**
 * Decodes the brightness of a JPEG at half its size: each sample is the mean of 2 × 2, made out of the coefficients, which
 * takes a quarter of the time of decoding all of it. An odd last row or column is left out. The same on every machine.
 * @returns undefined for a picture that is not plainly coded, or damaged: it is for another decoder, which says what is wrong.
 * @source ITU-T T.81, annexes A and F; of the transform, only the lower half of its waves is left in the means.
 */
export function decodeHalfLuma(bytes: Uint8Array): LumaPlane | undefined {
  const head = readPlainHead(bytes);
  if (head === undefined || Math.min(head.frame.width, head.frame.height) < 2) return undefined;
  const { components, width, height } = head.frame;
  const { quantTables, profile } = head.reading;
  if (profile !== undefined && !hasUsualTones(profile)) return undefined;
  const quant = quantTables[components[0]?.quantTable ?? 0];
  const weights = quant === undefined ? undefined : halfWeights(quant);
  if (weights === undefined) return undefined;
  const { words, scale } = weights;
  const wanted = components.map((_, index): WantedPlane =>
    index === 0 ? { kind: 'means', weights: words } : passedOver,
  );
  const [luma] = decodePlanes(head, wanted, scale) ?? [];
  return luma === undefined ? undefined : cropped(luma, width >> 1, height >> 1);
}
