/** Long side of the plane on which keypoints are found, whatever the size of the raster. */
export const localSide = 320;

/** Size of that plane for a raster of the given size. */
export function localPlaneSize({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): [number, number] {
  const scale = localSide / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
