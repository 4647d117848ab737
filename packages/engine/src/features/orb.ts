import { descriptorWords } from './brief-pattern.ts';
import { describePoints, orientations } from './describe-points.ts';
import { fastCorners } from './fast-corners.ts';
import type { FoundCorners } from './fast-corners.ts';
import { afterPlane, keypointKernels, placePlane, planeStride } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';
import type { LocalFeatures } from './local-features.ts';
import type { LumaPlane } from '../raster.ts';
import { selectCorners } from './select-corners.ts';
import { shrinkPlaced } from './shrink-luma.ts';

/** Values that define the feature. Changing one changes every descriptor. */
const levelCount = 6;
const levelFactor = 1.35;
const pointBudget = 480;
/** The rotated pattern reaches 13 · √2 pixels from the point. */
const border = 20;
const cornerThreshold = 12;
/** Used instead where the first threshold finds few corners: soft or dim pictures. */
const softCornerThreshold = 5;

interface Level {
  readonly plane: PlacedPlane;
  readonly scale: number;
}

/** The levels of a plane, one after another in the kernels' memory. */
function pyramid(plane: PlacedPlane): Level[] {
  const levels: Level[] = [{ plane, scale: 1 }];
  for (let index = 1; index < levelCount; index += 1) {
    const scale = levelFactor ** index;
    const width = Math.round(plane.width / scale);
    const height = Math.round(plane.height / scale);
    const above = levels[index - 1];
    if (above === undefined || Math.min(width, height) <= 2 * border) break;
    levels.push({ plane: shrinkPlaced(above.plane, width, height), scale });
  }
  return levels;
}

interface LevelOptions {
  /** How many points at most. */
  readonly budget: number;
  /** Where in the kernels' memory the last level ends. */
  readonly after: number;
}

function findCorners(plane: PlacedPlane, { budget, after }: LevelOptions): FoundCorners {
  const corners = fastCorners(plane, { threshold: cornerThreshold, border, after });
  return corners.count >= budget ? corners : fastCorners(plane, { threshold: softCornerThreshold, border, after });
}

const none = new Float32Array(0);
const noFeatures: LocalFeatures = { x: none, y: none, angle: none, scale: none, descriptors: new Uint32Array(0) };

/** Keypoints of one level, in pixels of the whole picture. */
function levelFeatures({ plane, scale }: Level, options: LevelOptions): LocalFeatures {
  const chosen = selectCorners(plane, findCorners(plane, options), options.budget);
  const { count } = chosen;
  if (count === 0) return noFeatures;
  const angles = orientations(chosen);
  const descriptors = describePoints(plane, chosen, angles);
  const addresses = new Int32Array(keypointKernels(0).memory.buffer, chosen.at, count);
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  for (let index = 0; index < count; index += 1) {
    const at = (addresses[index] as number) - plane.at;
    x[index] = ((at % planeStride) + 0.5) * scale - 0.5;
    y[index] = (Math.floor(at / planeStride) + 0.5) * scale - 0.5;
  }
  return { x, y, angle: new Float32Array(angles), scale: new Float32Array(count).fill(scale), descriptors };
}

type FloatArrayName = Exclude<keyof LocalFeatures, 'descriptors'>;

/** Puts the levels' points behind one another. */
function joined(parts: readonly LocalFeatures[]): LocalFeatures {
  const count = parts.reduce((sum, part) => sum + part.x.length, 0);
  const floats = (name: FloatArrayName): Float32Array => {
    const all = new Float32Array(count);
    let offset = 0;
    for (const part of parts) {
      all.set(part[name], offset);
      offset += part[name].length;
    }
    return all;
  };
  const descriptors = new Uint32Array(count * descriptorWords);
  let offset = 0;
  for (const part of parts) {
    descriptors.set(part.descriptors, offset);
    offset += part.descriptors.length;
  }
  return { x: floats('x'), y: floats('y'), angle: floats('angle'), scale: floats('scale'), descriptors };
}

/**
 * Oriented FAST corners with rotated BRIEF descriptors on a pyramid of six levels.
 * @param plane  a picture with no side above 320 px; smaller than 41 px a side gives no point.
 * @returns      at most about 480 points, strongest of the finest level first.
 * @source Rublee et al., ORB: an efficient alternative to SIFT or SURF (2011); the pattern differs, see brief-pattern.ts.
 */
export function orbFeatures(plane: LumaPlane): LocalFeatures {
  if (Math.min(plane.width, plane.height) <= 2 * border) return noFeatures;
  const levels = pyramid(placePlane(plane));
  const areas = levels.map(({ scale }) => 1 / scale);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const after = Math.max(...levels.map((level) => afterPlane(level.plane)));
  return joined(
    levels.map((level, index) =>
      levelFeatures(level, { budget: Math.round((pointBudget * (areas[index] ?? 0)) / total), after }),
    ),
  );
}
