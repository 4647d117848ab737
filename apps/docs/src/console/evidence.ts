import {
  labHistogram,
  localAgreement,
  lumaOf,
  orbFeatures,
  squash,
  type Raster,
  type SimilarityTransform,
} from '@semblance/engine/evidence';

const histogramSide = 128;

/** A point of the first picture and the point of the second it agrees with, in pixels of the shrunk pictures. */
export interface PointPair {
  readonly first: readonly [x: number, y: number];
  readonly second: readonly [x: number, y: number];
}

/** What can be seen of a comparison without the network: colours and points. */
export interface VisibleEvidence {
  readonly firstSize: readonly [width: number, height: number];
  readonly secondSize: readonly [width: number, height: number];
  /** Agreement of the colour histograms, 0…1. */
  readonly colour: number;
  /** Pairs of points that look alike. */
  readonly matches: number;
  /** Those of them that agree on one placement of the first picture in the second. */
  readonly agreeing: readonly PointPair[];
  /** Corners of the first picture placed in the second; `undefined` without such a placement. */
  readonly placement: readonly (readonly [x: number, y: number])[] | undefined;
}

/** Compares colours and points of two decoded pictures, with the engine's own code. */
export function visibleEvidence(first: Raster, second: Raster): VisibleEvidence {
  const [localFirst, localSecond] = [orbFeatures(lumaOf(first)), orbFeatures(lumaOf(second))];
  const { matches, inliers, transform } = localAgreement(localFirst, localSecond);
  const agreeing = [...inliers].map((index): PointPair => {
    const [one, two] = [matches.first[index] ?? 0, matches.second[index] ?? 0];
    return {
      first: [localFirst.x[one] ?? 0, localFirst.y[one] ?? 0],
      second: [localSecond.x[two] ?? 0, localSecond.y[two] ?? 0],
    };
  });
  return {
    firstSize: [first.width, first.height],
    secondSize: [second.width, second.height],
    colour: colourAgreement(first, second),
    matches: matches.first.length,
    agreeing,
    placement: transform === undefined ? undefined : corners(first).map((corner) => placed(corner, transform)),
  };
}

function colourAgreement(first: Raster, second: Raster): number {
  const [one, two] = [first, second].map((raster) => labHistogram(squash(raster, histogramSide, histogramSide)));
  let sum = 0;
  one?.forEach((value, bin) => (sum += value * (two?.[bin] ?? 0)));
  return Math.min(1, sum);
}

function corners({ width, height }: Raster): readonly (readonly [number, number])[] {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

function placed(
  [x, y]: readonly [number, number],
  { a, b, tx, ty, mirrored }: SimilarityTransform,
): readonly [number, number] {
  const u = mirrored ? -x : x;
  return [a * u - b * y + tx, b * u + a * y + ty];
}
