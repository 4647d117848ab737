import { descriptorPixels, descriptorWords, orientationSteps, patternRadius, turnedPattern } from './brief-pattern.ts';
import { fastCorners, type Corners } from './fast-corners.ts';
import type { LocalFeatures } from './local-features.ts';
import { shrinkLuma, type LumaPlane } from './luma.ts';
import { smoothLuma } from './smooth-luma.ts';

/** Values that define the feature. Changing one changes every descriptor. */
const levelCount = 6;
const levelFactor = 1.35;
const pointBudget = 480;
/** The rotated pattern reaches 13 · √2 pixels from the point. */
const border = 20;
const cornerThreshold = 12;
/** Used instead where the first threshold finds few corners: soft or dim pictures. */
const softCornerThreshold = 5;
/** Corners that pass on to the costlier response, as a multiple of the budget. */
const candidateFactor = 3;
const gridCell = 40;

interface Level {
  readonly plane: LumaPlane;
  readonly scale: number;
}

/** Half-width of each row of the disc in which the orientation is measured. */
const discHalfWidths: Int32Array = Int32Array.from({ length: patternRadius + 1 }, (_, row) =>
  Math.round(Math.sqrt(patternRadius * patternRadius - row * row)),
);

function pyramid(plane: LumaPlane): Level[] {
  const levels: Level[] = [{ plane, scale: 1 }];
  for (let index = 1; index < levelCount; index += 1) {
    const scale = levelFactor ** index;
    const width = Math.round(plane.width / scale);
    const height = Math.round(plane.height / scale);
    const above = levels[index - 1];
    if (above === undefined || Math.min(width, height) <= 2 * border) break;
    levels.push({ plane: shrinkLuma(above.plane, width, height), scale });
  }
  return levels;
}

/** Smaller eigenvalue surrogate: det − 0.04 · trace² of the gradient's second moments over 7 × 7 pixels. */
function harrisResponse(plane: LumaPlane, x: number, y: number): number {
  const { width, data } = plane;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let row = -3; row <= 3; row += 1) {
    let at = (y + row) * width + x - 3;
    for (let column = 0; column < 7; column += 1) {
      const dx = (data[at + 1] as number) - (data[at - 1] as number);
      const dy = (data[at + width] as number) - (data[at - width] as number);
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
      at += 1;
    }
  }
  return xx * yy - xy * xy - 0.04 * (xx + yy) * (xx + yy);
}

/** Indices of the highest values, highest first; of equal values the lower index first. */
function highest(values: ArrayLike<number>, count: number): number[] {
  const order = Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  return order.slice(0, count);
}

/** The strongest corners, at most a fair share of them from any one cell of a grid, so that one texture cannot take all. */
function selectCorners(plane: LumaPlane, corners: Corners, budget: number): number[] {
  const candidates = highest(corners.score, candidateFactor * budget);
  const response = candidates.map((corner) =>
    harrisResponse(plane, corners.x[corner] as number, corners.y[corner] as number),
  );
  const columns = Math.ceil(plane.width / gridCell);
  const rows = Math.ceil(plane.height / gridCell);
  const quota = Math.max(2, Math.ceil((3 * budget) / (columns * rows)));
  const taken = new Int32Array(columns * rows);
  const chosen: number[] = [];
  for (const index of highest(response, response.length)) {
    if (chosen.length >= budget) break;
    const corner = candidates[index] as number;
    const cell =
      Math.floor((corners.y[corner] as number) / gridCell) * columns +
      Math.floor((corners.x[corner] as number) / gridCell);
    if ((taken[cell] as number) >= quota) continue;
    taken[cell] = (taken[cell] as number) + 1;
    chosen.push(corner);
  }
  return chosen;
}

function findCorners(plane: LumaPlane, budget: number): Corners {
  const corners = fastCorners(plane, { threshold: cornerThreshold, border });
  return corners.x.length >= budget ? corners : fastCorners(plane, { threshold: softCornerThreshold, border });
}

/** Direction from the point to the intensity centroid of the disc around it. */
function orientation(plane: LumaPlane, x: number, y: number): number {
  const { width, data } = plane;
  let momentX = 0;
  let momentY = 0;
  for (let row = -patternRadius; row <= patternRadius; row += 1) {
    const half = discHalfWidths[row < 0 ? -row : row] as number;
    const start = (y + row) * width + x;
    let sum = 0;
    for (let column = -half; column <= half; column += 1) {
      const value = data[start + column] as number;
      momentX += column * value;
      sum += value;
    }
    momentY += row * sum;
  }
  return Math.atan2(momentY, momentX);
}

/** The 256 tests around offset `at` of a smoothed plane, as eight words; `start` selects the turned pattern. */
function describePoint(smooth: LumaPlane, at: number, start: number): Uint32Array {
  const { width, data } = smooth;
  const { columns, rows } = turnedPattern;
  const words = new Uint32Array(descriptorWords);
  let pixel = start;
  for (let word = 0; word < descriptorWords; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      const first = data[at + (rows[pixel] as number) * width + (columns[pixel] as number)] as number;
      const second = data[at + (rows[pixel + 1] as number) * width + (columns[pixel + 1] as number)] as number;
      if (first < second) bits |= 1 << bit;
      pixel += 2;
    }
    words[word] = bits;
  }
  return words;
}

/** Start of the turned pattern for an orientation in radians. */
function patternStart(angle: number): number {
  const step = Math.round((angle * orientationSteps) / (2 * Math.PI));
  return ((step + orientationSteps) % orientationSteps) * descriptorPixels;
}

interface Collected {
  readonly x: number[];
  readonly y: number[];
  readonly angle: number[];
  readonly scale: number[];
  readonly words: Uint32Array[];
}

function collectLevel(level: Level, budget: number, into: Collected): void {
  const { plane, scale } = level;
  const corners = findCorners(plane, budget);
  const chosen = selectCorners(plane, corners, budget);
  if (chosen.length === 0) return;
  const smooth = smoothLuma(plane);
  const words = new Uint32Array(chosen.length * descriptorWords);
  chosen.forEach((corner, index) => {
    const x = corners.x[corner] as number;
    const y = corners.y[corner] as number;
    const angle = orientation(plane, x, y);
    words.set(describePoint(smooth, y * plane.width + x, patternStart(angle)), index * descriptorWords);
    into.x.push((x + 0.5) * scale - 0.5);
    into.y.push((y + 0.5) * scale - 0.5);
    into.angle.push(angle);
    into.scale.push(scale);
  });
  into.words.push(words);
}

/**
 * Oriented FAST corners with rotated BRIEF descriptors on a pyramid of six levels.
 * @param plane  a picture with no side above 320 px; smaller than 41 px a side gives no point.
 * @returns      at most about 480 points, strongest of the finest level first.
 * @source Rublee et al., ORB: an efficient alternative to SIFT or SURF (2011); the pattern differs, see brief-pattern.ts.
 */
export function orbFeatures(plane: LumaPlane): LocalFeatures {
  const levels = Math.min(plane.width, plane.height) > 2 * border ? pyramid(plane) : [];
  const areas = levels.map(({ scale }) => 1 / scale);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const into: Collected = { x: [], y: [], angle: [], scale: [], words: [] };
  levels.forEach((level, index) => collectLevel(level, Math.round((pointBudget * (areas[index] ?? 0)) / total), into));
  const descriptors = new Uint32Array(into.x.length * descriptorWords);
  let offset = 0;
  for (const words of into.words) {
    descriptors.set(words, offset);
    offset += words.length;
  }
  return {
    x: Float32Array.from(into.x),
    y: Float32Array.from(into.y),
    angle: Float32Array.from(into.angle),
    scale: Float32Array.from(into.scale),
    descriptors,
  };
}
