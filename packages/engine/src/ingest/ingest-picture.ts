import { checkPicture } from '@semblance/picture';
import type { PictureCheckOptions, PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { decodePicture } from './decode.ts';
import type { DecodeOptions } from './picture-decoder.ts';
import type { IngestFailure } from './ingest-failure.ts';

/** A picture that passed every check and was decoded. */
export interface IngestedPicture {
  readonly header: PictureHeader;
  readonly raster: Raster;
}

/** Checks a picture against the contract, then decodes it. */
export async function ingestPicture(
  bytes: Uint8Array,
  options: PictureCheckOptions & DecodeOptions,
): Promise<Result<IngestedPicture, IngestFailure>> {
  const check = checkPicture(bytes, options);
  if (!check.ok) return { ok: false, failure: { reason: 'refused', code: check.code, detail: check.detail } };

  const decoded = await decodePicture(bytes, check.header, options);
  return decoded.ok ? { ok: true, value: { header: check.header, raster: decoded.value } } : decoded;
}
