/**
 * Keypoints of one picture with binary descriptors; every array but `descriptors` has one entry per point.
 * Positions and scales are in pixels of the local plane, whose long side is `localSide` whatever the size of the raster.
 */
export interface LocalFeatures {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radians, −π…π. */
  readonly angle: Float32Array;
  /** Pixels of the local plane per pixel of the level on which the point was found, ≥ 1. */
  readonly scale: Float32Array;
  /** Eight 32-bit words a point. */
  readonly descriptors: Uint32Array;
}
