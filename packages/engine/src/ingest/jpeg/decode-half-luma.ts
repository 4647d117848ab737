import type { LumaPlane } from '../../raster.ts';
import { decodePlanes, meansOfKept } from './decode-planes.ts';
import type { DecodedPlane } from './decode-planes.ts';
import { halfWeights } from './half-weights.ts';
import type { WantedPlane } from './plane-records.ts';
import { hasUsualTones } from './profile-tones.ts';
import { readPlainHead } from './scan-head.ts';

const passedOver: WantedPlane = { kind: 0, weights: [] };

/** The part of the decoded plane that is the picture; moves its rows together. */
function cropped({ samples, stride }: DecodedPlane, width: number, height: number): LumaPlane {
  for (let y = 1; y < height; y += 1) samples.copyWithin(y * width, y * stride, y * stride + width);
  return { width, height, data: samples.slice(0, width * height) };
}

/**
 * Decodes the brightness of a JPEG at half its size: each sample is the mean of 2 × 2, made out of the coefficients, which
 * takes a quarter of the time of decoding all of it, and less if it was decoded a moment ago. An odd last row or column is left out. The same on every machine.
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
  const means: WantedPlane = { kind: 'means', weights: weights.words };
  const wanted = components.map((_, index) => (index === 0 ? means : passedOver));
  const luma = meansOfKept(head, means, weights.scale) ?? decodePlanes(head, wanted, weights.scale)?.[0];
  return luma === undefined ? undefined : cropped(luma, width >> 1, height >> 1);
}
