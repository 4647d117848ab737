import type { LumaPlane, Raster } from '../raster.ts';
import { untimed } from './begin-stage.ts';
import type { BeginStage } from './begin-stage.ts';
import { networkSide } from './embedding-network.ts';
import type { EmbeddingNetwork } from './embedding-network.ts';
import type { FeatureSet } from './feature-set.ts';
import { labHistogram } from './lab-histogram.ts';
import { localPlaneSize } from './local-plane.ts';
import { lumaOf, placedLuma } from './luma.ts';
import { borrowCopy, returnNetworkInput } from './network-input.ts';
import { orbFeatures } from './orb.ts';
import { pictureTraits } from './picture-traits.ts';
import { isPlaced, placeRaster } from './raster-kernels.ts';
import type { PlacedRaster } from './raster-kernels.ts';
import { placedPlanes, squash } from './resample.ts';

/** Luma with its long side at `localSide`: a small copy is enlarged, so that its keypoints meet those of the original. */
function localPlane(raster: Raster, placed: PlacedRaster): LumaPlane {
  const [width, height] = localPlaneSize(raster);
  if (width === raster.width && height === raster.height) return placedLuma(placed);
  return lumaOf({ width, height, data: Uint8Array.from(squash(raster, width, height), Math.round) });
}

/** A raster that was placed, or is again. */
const stillPlaced = (placed: PlacedRaster, raster: Raster): PlacedRaster =>
  isPlaced(placed) ? placed : placeRaster(raster);

/**
 * Computes all features of one picture. Equal rasters give equal features to the bit.
 * @param raster  a decoded picture, at best with its long side at 320 px; larger ones cost more and gain nothing.
 * @param beginStage  hears of the network and of the points, which are looked for while it runs.
 */
export async function extractFeatures(
  raster: Raster,
  network: EmbeddingNetwork,
  beginStage: BeginStage = untimed,
): Promise<FeatureSet> {
  const placed = placeRaster(raster);
  const planes = placedPlanes(placed, networkSide);
  const input = borrowCopy(planes);
  const pending = network.run(input).finally(beginStage('network'));
  const endPoints = beginStage('points');
  // Nothing else has run since, unless a network of others uses the same memory.
  const lab = labHistogram(isPlaced(placed) ? planes : input);
  const plane = localPlane(raster, stillPlaced(placed, raster));
  const traits = pictureTraits(stillPlaced(placed, raster), plane);
  const local = orbFeatures(plane);
  endPoints();
  const { windows, typicality, ...embeddings } = await pending;
  returnNetworkInput(input);
  return { width: raster.width, height: raster.height, embeddings, windows, typicality, lab, local, traits };
}
