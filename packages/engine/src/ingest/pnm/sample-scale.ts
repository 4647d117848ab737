/**
 * Every sample 0–`maxSample` as 8 bits. Maxima up to 255 are spread over 0–255 and rounded; larger ones over 0–65,535,
 * of which the high byte is kept, as decoders of 16-bit PNG and TIFF do. Nothing for 255 itself: such samples stay.
 */
export function scaleTable(maxSample: number): Uint8Array | undefined {
  if (maxSample === 255) return undefined;

  const isDeep = maxSample > 255;
  return Uint8Array.from({ length: maxSample + 1 }, (_, sample) =>
    isDeep ? Math.round((sample * 65_535) / maxSample) >> 8 : Math.round((sample * 255) / maxSample),
  );
}
