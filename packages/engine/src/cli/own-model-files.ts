import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import { decodeForModel } from '../workers/analyser/decode-for-model.ts';
import type { ModelManifest } from '../model/own/manifest-schema.ts';
import { openOwnModel } from '../model/own/open-own-model.ts';
import type { OwnModel } from '../model/own/open-own-model.ts';
import { readManifest } from '../model/own/read-manifest.ts';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { readBounded } from './bulk/read-picture-file.ts';
import { CommandError } from './report-failure.ts';

/** Opens the model of a manifest file, with or without a pinned checksum. */
export async function openModelOf(file: string): Promise<OwnModel> {
  const manifest = await readManifest(file);
  if (!manifest.ok) throw new CommandError(`${file} is not a valid manifest:\n  ${manifest.failure.join('\n  ')}`);
  const model = await openOwnModel(manifest.value, { threads: 2, allowUnpinned: true });
  if (!model.ok) throw new CommandError(model.failure);
  return model.value;
}

/** Decodes a picture file for a model, with all the checks of a comparison. */
export async function readRasterFile(file: string, input: ModelManifest['input']): Promise<Result<Raster, string>> {
  const read = await readBounded(file);
  if (!read.ok) return { ok: false, failure: `${file}: ${read.failure}` };
  const bytes = read.value;
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) return { ok: false, failure: `${file}: ${check.detail.en}` };
  const decoded = await decodeForModel({ bytes, header: check.header }, input);
  if (!decoded.ok) return { ok: false, failure: `${file}: its pixels cannot be decoded` };
  return { ok: true, value: decoded.value.views[0].detailed };
}
