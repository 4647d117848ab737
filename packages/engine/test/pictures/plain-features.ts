import type { AnalysedPicture } from '../../src/compare/analyser.ts';
import { layerShape } from '../../src/features/embedding-network.ts';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { labHistogramLength } from '../../src/features/colour-kernels.ts';
import { mapWindows } from '../../src/features/map-windows.ts';

/** Features in the shapes of the built-in analyser, every number of them the same. @param points  keypoints */
export function plainFeatures(level: number, points = 3): FeatureSet {
  const vector = (length: number): Float32Array => new Float32Array(length).fill(level);
  const { block6, block13, block16 } = layerShape;
  return {
    width: 1,
    height: 1,
    embeddings: {
      block6: vector(block6.embeddingLength),
      block13: vector(block13.embeddingLength),
      block16: vector(block16.embeddingLength),
    },
    windows: vector(mapWindows.length * block13.embeddingLength),
    typicality: 0,
    lab: vector(labHistogramLength),
    local: {
      x: vector(points),
      y: vector(points),
      angle: vector(points),
      scale: vector(points),
      descriptors: new Uint32Array(8 * points),
    },
    traits: { contrast: 40, colours: 100, barShare: 0 },
  };
}

/** An analysed picture of one view of one pixel. */
export function plainPicture(level: number): AnalysedPicture {
  const raster = { width: 1, height: 1, data: Uint8Array.of(level, level, level) };
  const view = { frame: 0, features: plainFeatures(level), raster };
  return { views: [view], isEmpty: false, frameCount: 1, isDefaultImageOnly: false };
}
