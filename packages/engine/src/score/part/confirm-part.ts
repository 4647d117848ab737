import type { Candidate } from './search-part.ts';
import { atSize } from './at-size.ts';
import type { Box } from './part-evidence.ts';
import type { Sought } from './sought.ts';
import { slide, sumsEach } from './window-kernels.ts';
import type { Places } from './window-kernels.ts';
import { maskedGradients } from './word-gradients.ts';
import type { Gradients, MaskedGradients } from './word-gradients.ts';

/** Something laid where it agrees best. */
export interface LaidPart extends Box {
  readonly gradients: MaskedGradients;
  /** Correlation of gradients there, −1…1. */
  readonly correlation: number;
}

/** Sizes and shifts tried about a candidate, then about the best of these. */
const roughSizes = [0.94, 0.98, 1.02, 1.06] as const;
const fineSizes = [0.985, 0.993, 1.007, 1.015] as const;
/** The finer sizes are tried about the best again while that gets better. */
const fineRounds = 4;
const roughReach = 3;
const fineReach = 1;
/** What correlates less at the rough sizes does not get far at the finer ones. */
const leastRough = 0.35;
const leastPixels = 60;
const leastSide = 10;
/** Share of a pixel that has to count: what the ground shines through does not. */
const leastPixel = 0.95;
/** Energy a pixel, in halved levels, that noise has. */
export const noise = 1;

function energyOf({ x, y }: MaskedGradients): number {
  let sum = 0;
  for (let at = 0; at < x.data.length; at += 1)
    sum += (x.data[at] as number) * (x.data[at] as number) + (y.data[at] as number) * (y.data[at] as number);
  return sum;
}

/** The places of a box about a centre that lie within a plane. */
function placesAbout(box: Box, reach: number, plane: Gradients['x']): Places | undefined {
  const [left, top] = [Math.max(0, box.left - reach), Math.max(0, box.top - reach)];
  const across = Math.min(plane.width - box.width, box.left + reach) - left + 1;
  const down = Math.min(plane.height - box.height, box.top + reach) - top + 1;
  return across > 0 && down > 0 ? { left, top, across, down } : undefined;
}

function bestAt(gradients: MaskedGradients, there: Gradients, places: Places): LaidPart {
  const [x, y] = [slide(gradients.x, there.x, places), slide(gradients.y, there.y, places)];
  const floor = noise * gradients.count;
  const energy = energyOf(gradients) + floor;
  let [best, bestPlace] = [-1, 0];
  for (let place = 0; place < places.across * places.down; place += 1) {
    const at = sumsEach * place;
    const seen = (x[at + 2] as number) + (y[at + 2] as number) + floor;
    const correlation = ((x[at] as number) + (y[at] as number)) / Math.sqrt(energy * seen);
    if (correlation > best) [best, bestPlace] = [correlation, place];
  }
  return {
    gradients,
    correlation: best,
    left: places.left + (bestPlace % places.across),
    top: places.top + Math.floor(bestPlace / places.across),
    width: gradients.x.width,
    height: gradients.x.height,
  };
}

interface Tried {
  readonly about: Box;
  readonly sizes: readonly number[];
  readonly reach: number;
}

/** Tries sizes and shifts about a box; what no longer fits into the picture is left out. */
function layAbout(sought: Sought, there: Gradients, { about, sizes, reach }: Tried): LaidPart[] {
  const { levels } = sought;
  const [layers] = levels;
  return sizes.flatMap((size) => {
    const width = Math.min(Math.round(about.width * size), there.x.width);
    const height = Math.round((width * layers.height) / layers.width);
    if (Math.min(width, height) < leastSide) return [];
    const left = Math.round(about.left + (about.width - width) / 2);
    const top = Math.round(about.top + (about.height - height) / 2);
    const places = placesAbout({ left, top, width, height }, reach, there.x);
    if (places === undefined) return [];
    const gradients = maskedGradients(atSize(levels, [width, height], leastPixel));
    return gradients.count < leastPixels ? [] : [bestAt(gradients, there, places)];
  });
}

function better<Best extends LaidPart | undefined>(best: Best, laid: LaidPart): Best | LaidPart {
  return best === undefined || laid.correlation > best.correlation ? laid : best;
}

/**
 * Lays what is looked for at a candidate, at the size and place where its gradients agree best.
 * @param scale  pixels of `there` a pixel of the plane that the candidate was found in.
 */
export function layPart(
  sought: Sought,
  candidate: Candidate,
  { there, scale }: { readonly there: Gradients; readonly scale: number },
): LaidPart | undefined {
  const about: Box = {
    left: candidate.left * scale,
    top: candidate.top * scale,
    width: candidate.width * scale,
    height: candidate.height * scale,
  };
  const [first, ...more] = layAbout(sought, there, { about, sizes: roughSizes, reach: roughReach });
  let best = more.reduce(better, first);
  if (best === undefined || best.correlation < leastRough) return undefined;
  for (let round = 0; round < fineRounds; round += 1) {
    const laid: LaidPart = layAbout(sought, there, { about: best, sizes: fineSizes, reach: fineReach }).reduce(
      better,
      best,
    );
    if (laid === best) break;
    best = laid;
  }
  return best;
}
