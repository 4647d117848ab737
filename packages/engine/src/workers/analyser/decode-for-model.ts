import { defaultDecodeTimeoutMs, defaultMaxSidePx } from '../../ingest/picture-decoder.ts';
import { decodeViews } from '../../ingest/decode-views.ts';
import type { DecodedView, ViewName } from '../../ingest/decode-views.ts';
import { libvipsDecoder } from '../../ingest/libvips-decoder.ts';
import { shrinkRaster } from '../../ingest/render.ts';
import { decodeSideFor } from '../../model/own/manifest-input.ts';
import type { ModelManifest } from '../../model/own/manifest-schema.ts';
import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import type { AnalysisFailure, CheckedPicture } from '../../compare/analyser.ts';

/** Rasters of one view of a picture. */
export interface ModelView extends ViewName {
  /** As large as the network needs it. */
  readonly detailed: Raster;
  /** Fitted inside the default side, as every analysis gives. */
  readonly small: Raster;
}

/** All views of a picture for a custom model. */
export interface ModelViews {
  readonly views: readonly [ModelView, ...ModelView[]];
  readonly isEmpty: boolean;
}

/**
 * Decodes a picture once for a custom model: a network that cuts a square out of a wide picture needs more
 * than fits inside the default side.
 */
export async function decodeForModel(
  { bytes, header }: CheckedPicture,
  input: ModelManifest['input'],
): Promise<Result<ModelViews, AnalysisFailure>> {
  const maxSidePx = Math.max(defaultMaxSidePx, decodeSideFor(input, header));
  const decoded = await decodeViews(libvipsDecoder, { bytes, header }, { maxSidePx });
  if (!decoded.ok) return decoded;
  const [first, ...others] = decoded.value.views;
  const view = await withSmall(first);
  if (!view.ok) return view;
  const views: [ModelView, ...ModelView[]] = [view.value];
  for (const other of others) {
    const next = await withSmall(other);
    if (!next.ok) return next;
    views.push(next.value);
  }
  return { ok: true, value: { views, isEmpty: decoded.value.isEmpty } };
}

async function withSmall({ raster, ...name }: DecodedView): Promise<Result<ModelView, AnalysisFailure>> {
  const small = await shrinkRaster(raster, { maxSidePx: defaultMaxSidePx, timeoutMs: defaultDecodeTimeoutMs });
  return small.ok ? { ok: true, value: { ...name, detailed: raster, small: small.value } } : small;
}
