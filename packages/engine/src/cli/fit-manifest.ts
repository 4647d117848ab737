import type { FittedCalibration } from '../model/own/calibrate-own-model.ts';
import { calibrateOwnModel } from '../model/own/calibrate-own-model.ts';
import { readLabelledPairs } from '../model/own/read-labelled-pairs.ts';
import { writeCalibration } from './calibrate-model.ts';
import { probe } from './check-model.ts';
import { openModelOf, readRasterFile } from './own-model-files.ts';
import { CommandError } from './report-failure.ts';

/** A manifest with its opened model, calibrated if pairs were given. */
export interface FittedManifest {
  readonly dimensions: number;
  readonly fit?: Pick<FittedCalibration, 'version' | 'knots' | 'pairs' | 'same' | 'rocArea' | 'thresholds'>;
}

/** Opens a manifest's model, embeds a picture as a test, and with `pairs` fits and writes its calibration. */
export async function fitManifest(
  manifestFile: string,
  { pairs: table }: { readonly pairs: string | undefined },
): Promise<FittedManifest> {
  const model = await openModelOf(manifestFile);
  try {
    const probed = await model.embed(probe());
    if (!probed.ok) throw new CommandError(`the model does not fit its manifest ${manifestFile}: ${probed.failure}`);
    const { dimensions } = model.manifest.output;
    if (table === undefined) return { dimensions };
    const pairs = await readLabelledPairs(table);
    if (!pairs.ok) throw new CommandError(`${table} is not usable: ${pairs.failure.join('; ')}`);
    const fitted = await calibrateOwnModel(model, pairs.value, {
      readRaster: (file) => readRasterFile(file, model.manifest.input),
      version: `${new Date().toISOString().slice(0, 10)}-bundled-pairs`,
    });
    if (!fitted.ok) throw new CommandError(fitted.failure);
    await writeCalibration(manifestFile, fitted.value);
    return { dimensions, fit: fitted.value };
  } finally {
    await model.release();
  }
}
