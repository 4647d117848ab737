import type { Candidate } from './search-part.ts';
import { atSize } from './at-size.ts';
import type { Box } from './part-evidence.ts';
import type { Sought } from './sought.ts';
import type { PartPicture } from './part-picture.ts';
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

/** Sizes and shifts tried about a candidate at half the size, about the best of these at full size, and about the best again. */
const roughSizes = [0.94, 0.98, 1.02, 1.06] as const;
const nearSizes = [0.98, 1, 1.02] as const;
const aroundSizes = [0.985, 1, 1.015] as const;
const fineSizes = [0.985, 0.993, 1.007, 1.015] as const;
/** The finer sizes are tried about the best again while that gets better. */
const fineRounds = 4;
const roughReach = 2;
const nearReach = 2;
const fineReach = 1;
/** What correlates less at the rough sizes, or near them, does not get far at the finer ones. */
const leastRough = 0.35;
const leastNear = 0.4;
const leastPixels = { half: 20, full: 60 } as const;
const leastSide = { half: 5, full: 10 } as const;
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
  readonly at: 'half' | 'full';
  readonly about: Box;
  readonly sizes: readonly number[];
  readonly reach: number;
}

/** Tries sizes and shifts about a box; what no longer fits into the picture is left out. */
function layAbout(
  { levels }: Pick<Sought, 'levels'>,
  there: Gradients,
  { at, about, sizes, reach }: Tried,
): LaidPart[] {
  const [{ light }] = levels;
  return sizes.flatMap((size) => {
    const width = Math.min(Math.round(about.width * size), there.x.width);
    const height = Math.round((width * light.height) / light.width);
    if (Math.min(width, height) < leastSide[at]) return [];
    const left = Math.round(about.left + (about.width - width) / 2);
    const top = Math.round(about.top + (about.height - height) / 2);
    const places = placesAbout({ left, top, width, height }, reach, there.x);
    if (places === undefined) return [];
    const gradients = maskedGradients(atSize(levels, [width, height], leastPixel));
    return gradients.count < leastPixels[at] ? [] : [bestAt(gradients, there, places)];
  });
}

function better<Best extends LaidPart | undefined>(best: Best, laid: LaidPart): Best | LaidPart {
  return best === undefined || laid.correlation > best.correlation ? laid : best;
}

const timesOf = ({ left, top, width, height }: Box, times: number): Box => ({
  left: left * times,
  top: top * times,
  width: width * times,
  height: height * times,
});

function bestOf(laid: readonly LaidPart[], least: number): LaidPart | undefined {
  const [first, ...more] = laid;
  const best = more.reduce(better, first);
  return best === undefined || best.correlation < least ? undefined : best;
}

/** Lays what is looked for at a candidate of the other picture, at half the size; undefined where it agrees too little. */
export function layRoughly(sought: Sought, candidate: Candidate, other: PartPicture): LaidPart | undefined {
  const there = other.rough();
  const about = timesOf(candidate, there.x.width / other.searched().width);
  return bestOf(layAbout(sought, there, { at: 'half', about, sizes: roughSizes, reach: roughReach }), leastRough);
}

/** Lays it at the size and place where its gradients agree best; undefined where they agree too little. */
export function layFinely(sought: Sought, rough: Box, other: PartPicture): LaidPart | undefined {
  const there = other.confirmed();
  const about = timesOf(rough, there.x.width / other.rough().x.width);
  let best = bestOf(layAbout(sought, there, { at: 'full', about, sizes: nearSizes, reach: nearReach }), leastNear);
  for (let round = 0; best !== undefined && round < fineRounds; round += 1) {
    const tried = { at: 'full', about: best, sizes: fineSizes, reach: fineReach } as const;
    const laid: LaidPart = layAbout(sought, there, tried).reduce(better, best);
    if (laid === best) break;
    best = laid;
  }
  return best;
}

/** Lays all of a picture of which the middle lies there; undefined where it would reach beyond the other picture. */
export function layAround({ place, whole }: Sought, middle: LaidPart, other: PartPicture): LaidPart | undefined {
  if (whole === undefined) return undefined;
  const there = other.confirmed();
  const [width, height] = [middle.width / place.width, middle.height / place.height];
  const about = { left: middle.left - place.left * width, top: middle.top - place.top * height, width, height };
  const laid = layAbout({ levels: whole() }, there, { at: 'full', about, sizes: aroundSizes, reach: nearReach });
  return bestOf(laid, leastNear);
}
