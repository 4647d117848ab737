/** An array for samples of the given maximum: 8 bits up to 255, else 16. */
export function sampleArray(maxSample: number, length: number): Uint8Array | Uint16Array {
  return maxSample <= 255 ? new Uint8Array(length) : new Uint16Array(length);
}

/**
 * Every sample 0–`maxSample` spread over 0–255 (up to 255) or 0–65,535, rounded to the nearest. Nothing if it already
 * spans its range.
 */
export function scaleTable(maxSample: number): Uint16Array | undefined {
  const full = maxSample <= 255 ? 255 : 65_535;
  if (maxSample === full) {
    return undefined;
  }
  return Uint16Array.from({ length: maxSample + 1 }, (_, sample) => Math.round((sample * full) / maxSample));
}
