import { decodePicture, defaultDecodeTimeoutMs, defaultMaxSidePx } from '../ingest/decode.ts';
import { shrinkRaster } from '../ingest/render.ts';
import { decodeSideFor } from '../model/own/manifest-input.ts';
import type { ModelManifest } from '../model/own/manifest-schema.ts';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import type { AnalysisFailure, CheckedPicture } from './analyser.ts';

/** Rasters of one picture. */
export interface ModelRasters {
  /** As large as the network needs it. */
  readonly detailed: Raster;
  /** Fitted inside the default side, as every analysis gives. */
  readonly small: Raster;
}

/**
 * Decodes a picture once for a model of the team's own: a network that cuts a square out of a wide picture needs more
 * than fits inside the default side.
 */
export async function decodeForModel(
  { bytes, header }: CheckedPicture,
  input: ModelManifest['input'],
): Promise<Result<ModelRasters, AnalysisFailure>> {
  const maxSidePx = Math.max(defaultMaxSidePx, decodeSideFor(input, header));
  const detailed = await decodePicture(bytes, header, { maxSidePx });
  if (!detailed.ok) return detailed;
  const small = await shrinkRaster(detailed.value, {
    maxSidePx: defaultMaxSidePx,
    timeoutMs: defaultDecodeTimeoutMs,
  });
  return small.ok ? { ok: true, value: { detailed: detailed.value, small: small.value } } : small;
}
