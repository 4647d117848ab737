/**
 * Table from samples 0–`maxSample` to 8 bits. Maxima up to 255 are scaled to 0–255 and rounded; larger ones to 0–65,535, of which the high
 * byte is kept, as in decoders of 16-bit PNG and TIFF. `undefined` for 255, which needs no scaling.
 */
export function scaleTable(maxSample: number): Uint8Array | undefined {
  if (maxSample === 255) return undefined;

  const isDeep = maxSample > 255;
  return Uint8Array.from({ length: maxSample + 1 }, (_, sample) =>
    isDeep ? Math.round((sample * 65_535) / maxSample) >> 8 : Math.round((sample * 255) / maxSample),
  );
}
