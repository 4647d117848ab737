import { atSize } from './at-size.ts';
import type { Levels } from './at-size.ts';
import type { Box } from './part-evidence.ts';
import type { Sought } from './sought.ts';
import { slide, sumsEach } from './window-kernels.ts';
import type { Masked, WordPlane } from './window-kernels.ts';

/** Where something may lie in a searched plane, pixels. */
export interface Candidate extends Box {
  /** Correlation of brightness there, −1…1. */
  readonly correlation: number;
}

/** Sizes that are tried are this factor apart. */
const sizeStep = 1.12;
const leastLongSide = { object: 12, whole: 12, middle: 9 } as const;
const leastShortSide = 6;
/** A whole picture of the other's size is what all other evidence is about. */
const largestWhole = 0.8;
/** Share of a pixel that has to count, and how many pixels. */
const leastPixel = 0.75;
const leastPixels = 40;
/** Standard deviations, in levels, below which nothing is to be seen. */
const leastSpread = 4;
const leastSpreadThere = 3;
/** Candidates of less correlation are not followed, and of each size and in all only the best; a whole picture correlates better than what is cut out. */
const leastCorrelation = { object: 0.58, whole: 0.7, middle: 0.7 } as const;
const keptOfSize = 2;
const kept = 4;

interface Centred {
  readonly template: Masked;
  readonly count: number;
  readonly sum: number;
  readonly energy: number;
}

/** The template less its mean, rounded; undefined where it shows too little. */
function centred(template: Masked): Centred | undefined {
  const { data, mask } = template;
  let [count, total] = [0, 0];
  for (let at = 0; at < data.length; at += 1) {
    count -= mask[at] as number;
    total += data[at] as number;
  }
  if (count < leastPixels) return undefined;
  const mean = Math.round(total / count);
  const levels = new Int16Array(data.length);
  let energy = 0;
  for (let at = 0; at < data.length; at += 1) {
    const level = ((data[at] as number) - mean) & (mask[at] as number);
    levels[at] = level;
    energy += level * level;
  }
  if (energy < count * leastSpread * leastSpread) return undefined;
  const sum = total - mean * count;
  return { template: { ...template, data: levels }, count, sum, energy: energy - (sum * sum) / count };
}

const centreOf = ({ left, top, width, height }: Box): readonly [number, number] => [left + width / 2, top + height / 2];

/** Whether two candidates are one place: their centres lie within a sixth of the larger one. */
function areNear(a: Box, b: Box): boolean {
  const [[ax, ay], [bx, by]] = [centreOf(a), centreOf(b)];
  const reach = Math.max(1.5, Math.max(a.width, b.width, a.height, b.height) / 6);
  const ratio = a.width / b.width;
  return Math.abs(ax - bx) < reach && Math.abs(ay - by) < reach && ratio > 0.8 && ratio < 1.25;
}

/** The best of them, no two at one place. */
function bestPlaces(candidates: readonly Candidate[], count: number): Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.correlation - a.correlation)) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => areNear(other, candidate))) chosen.push(candidate);
  }
  return chosen;
}

function placesOfSize({ template, count, sum, energy }: Centred, plane: WordPlane, least: number): Candidate[] {
  const { width, height } = template;
  const [across, down] = [plane.width - width + 1, plane.height - height + 1];
  const sums = slide(template, plane, { left: 0, top: 0, across, down });
  const found: Candidate[] = [];
  for (let at = 0; at < across * down; at += 1) {
    const seen = sums[sumsEach * at + 1] as number;
    const spread = (sums[sumsEach * at + 2] as number) - (seen * seen) / count;
    if (spread < count * leastSpreadThere * leastSpreadThere) continue;
    const product = (sums[sumsEach * at] as number) - (sum * seen) / count;
    const correlation = product / Math.sqrt(energy * spread);
    if (correlation >= least)
      found.push({ left: at % across, top: Math.floor(at / across), width, height, correlation });
  }
  return bestPlaces(found, keptOfSize);
}

/** Sizes at which something is looked for in a plane, largest first. */
function sizesIn({ levels: [{ light }], what }: Sought, plane: WordPlane): (readonly [number, number])[] {
  const sizes: (readonly [number, number])[] = [];
  const largest = Math.min(plane.width / light.width, plane.height / light.height);
  for (let scale = largest * (what === 'object' ? 1 : largestWhole); ; scale /= sizeStep) {
    const [width, height] = [Math.round(light.width * scale), Math.round(light.height * scale)];
    if (Math.max(width, height) < leastLongSide[what] || Math.min(width, height) < leastShortSide) return sizes;
    sizes.push([width, height]);
  }
}

/** Longer than any plane that is searched. */
const largestSide = 4096;
/** What was made of things that are looked for, by its size: one is looked for in many pictures of few sizes. */
const made = new WeakMap<Levels, Map<number, Centred | undefined>>();

function templateOf(levels: Levels, [width, height]: readonly [number, number]): Centred | undefined {
  const sizes = made.get(levels) ?? new Map<number, Centred | undefined>();
  made.set(levels, sizes);
  const size = width * largestSide + height;
  if (!sizes.has(size)) sizes.set(size, centred(atSize(levels, [width, height], leastPixel)));
  return sizes.get(size);
}

/** Where something may lie in a picture: places of which the brightness, at all sizes, correlates best. */
export function searchPart(sought: Sought, plane: WordPlane): Candidate[] {
  const least = leastCorrelation[sought.what];
  const places = sizesIn(sought, plane).flatMap((size) => {
    const template = templateOf(sought.levels, size);
    return template === undefined ? [] : placesOfSize(template, plane, least);
  });
  return bestPlaces(places, kept);
}
