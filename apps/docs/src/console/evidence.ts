import {
  explainPair,
  extractFeatures,
  judgeDifference,
  layerShape,
  measureDifference,
} from '@semblance/engine/evidence';
import type { DifferenceEvidence, EmbeddingNetwork, FeatureSet, Raster } from '@semblance/engine/evidence';

/** A position in a picture, as shares of its width and height. */
export type Position = readonly [x: number, y: number];

/** What can be seen of a comparison without the network: colours and points. */
export interface VisibleEvidence {
  readonly firstSize: readonly [width: number, height: number];
  readonly secondSize: readonly [width: number, height: number];
  /** Agreement of the colour histograms, 0…1. */
  readonly colour: number;
  /** Pairs of points that look alike. */
  readonly matches: number;
  /** Those of them that agree on one placement of the first picture in the second. */
  readonly agreeing: readonly { readonly first: Position; readonly second: Position }[];
  /** Where the first picture lies in the second; `undefined` without such a placement. */
  readonly placement: readonly Position[] | undefined;
  /** What laying the pictures over each other shows; `undefined` where nothing of them agrees. */
  readonly difference: DifferenceEvidence | undefined;
}

/** A network that sees nothing: points and colours need none. */
const blindNetwork: EmbeddingNetwork = {
  run: async () => ({
    block6: new Float32Array(layerShape.block6.embeddingLength),
    block13: new Float32Array(layerShape.block13.embeddingLength),
    block16: new Float32Array(layerShape.block16.embeddingLength),
    windows: new Float32Array(),
    typicality: 0,
  }),
};

/** Less agreement than this, of what lies over each other, is what any two pictures have. */
const chanceAgreement = 0.3;

/**
 * Compares colours and points of two decoded pictures and lays them over each other, with the engine's own code.
 * @param details  the pictures as large as the engine lays them over each other; default: the pictures themselves.
 */
export async function visibleEvidence(
  first: Raster,
  second: Raster,
  details: readonly [Raster, Raster] = [first, second],
): Promise<VisibleEvidence> {
  const [one, two] = [await extractFeatures(first, blindNetwork), await extractFeatures(second, blindNetwork)];
  const { matches, overlap, comparison } = explainPair(one, two, { identicalPixels: false });
  return {
    firstSize: [first.width, first.height],
    secondSize: [second.width, second.height],
    colour: Math.min(1, comparison.evidence.copy.colour),
    matches: matches.length,
    agreeing: matches.filter(({ agrees }) => agrees),
    placement: overlap?.second,
    difference: differenceOf([one, two], details),
  };
}

function differenceOf(
  features: readonly [FeatureSet, FeatureSet],
  details: readonly [Raster, Raster],
): DifferenceEvidence | undefined {
  const measured = measureDifference({ features, details });
  return measured === undefined || measured.numbers.agreeing < chanceAgreement ? undefined : judgeDifference(measured);
}
