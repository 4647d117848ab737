import type { LayerName } from './embedding-network.ts';
import type { LocalFeatures } from './local-features.ts';

/** Facts about a picture that decide how far its features can be trusted. */
export interface PictureTraits {
  /** Standard deviation of luma, 0…127.5. */
  readonly contrast: number;
  /** Distinct colours after dropping the three lowest bits of each channel, 1…32768. */
  readonly colours: number;
  /** Share of the picture's pixels, 0…1, that uniform bars along two opposite edges take. */
  readonly barShare: number;
}

/**
 * Everything the score needs of one picture, computed once. Plain typed arrays and numbers: it survives
 * `structuredClone`, `postMessage` and `v8.serialize` unchanged.
 */
export interface FeatureSet {
  /** Size of the raster the features were taken from, pixels. */
  readonly width: number;
  readonly height: number;
  /** Whitened embeddings of unit length, one a layer. */
  readonly embeddings: Readonly<Record<LayerName, Float32Array>>;
  /** Embeddings of block 13 for each of `mapWindows`, one after another, each of unit length. */
  readonly windows: Float32Array;
  /** Mean similarity to the nearest of a set of ordinary pictures, −1…1. */
  readonly typicality: number;
  /** Square-rooted Lab histogram of unit length. */
  readonly lab: Float32Array;
  /** Keypoints, in pixels of the plane that `localSide` bounds. */
  readonly local: LocalFeatures;
  readonly traits: PictureTraits;
}
