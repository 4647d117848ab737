import type { Raster } from '../raster.ts';
import type { EmbeddingNetwork } from './embedding-network.ts';
import type { FeatureSet } from './feature-set.ts';
import { labHistogram } from './lab-histogram.ts';
import { localPlaneSize } from './local-plane.ts';
import { lumaOf } from './luma.ts';
import type { LumaPlane } from './luma.ts';
import { networkInput } from './network-input.ts';
import { orbFeatures } from './orb.ts';
import { pictureTraits } from './picture-traits.ts';
import { squash } from './resample.ts';

/** Luma with its long side at `localSide`: a small copy is enlarged, so that its keypoints meet those of the original. */
function localPlane(raster: Raster): LumaPlane {
  const [width, height] = localPlaneSize(raster);
  if (width === raster.width && height === raster.height) return lumaOf(raster);
  return lumaOf({ width, height, data: Uint8Array.from(squash(raster, width, height), Math.round) });
}

/**
 * Computes all features of one picture. Equal rasters give equal features to the bit.
 * @param raster  a decoded picture, at best with its long side at 320 px; larger ones cost more and gain nothing.
 */
export async function extractFeatures(raster: Raster, network: EmbeddingNetwork): Promise<FeatureSet> {
  const input = networkInput(raster);
  const pending = network.run(input);
  const plane = localPlane(raster);
  const local = orbFeatures(plane);
  const lab = labHistogram(input);
  const traits = pictureTraits(raster, plane);
  const { windows, typicality, ...embeddings } = await pending;
  return { width: raster.width, height: raster.height, embeddings, windows, typicality, lab, local, traits };
}
