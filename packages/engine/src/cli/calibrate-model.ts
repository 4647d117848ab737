import { readFile, writeFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { calibrateOwnModel, type FittedCalibration } from '../model/own/calibrate-own-model.ts';
import { readLabelledPairs } from '../model/own/read-labelled-pairs.ts';
import { openModelOf, readRasterFile } from './own-model-files.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance calibrate`. */
export interface CalibrateFlags {
  readonly model: string;
  readonly pairs: string;
  readonly write?: true;
  readonly json?: true;
}

/** Fits an own model's calibration to labelled pairs, prints it, and with `--write` puts it into the manifest. */
export async function calibrate(flags: CalibrateFlags): Promise<void> {
  const pairs = await readLabelledPairs(flags.pairs);
  if (!pairs.ok) throw new CommandError(`${flags.pairs} is not usable:\n  ${pairs.failure.join('\n  ')}`);
  const model = await openModelOf(flags.model);
  try {
    const version = `${new Date().toISOString().slice(0, 10)}-${pairs.value.length}-pairs`;
    const fitted = await calibrateOwnModel(model, pairs.value, {
      readRaster: (file) => readRasterFile(file, model.manifest.input),
      version,
      progress: reportProgress,
    });
    if (!fitted.ok) throw new CommandError(fitted.failure);
    if (flags.write === true) await writeManifest(flags.model, fitted.value);
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(fitted.value, undefined, 2)}\n` : describe(fitted.value, flags),
    );
  } finally {
    await model.release();
  }
}

function reportProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} pictures${done === total ? '\n' : ''}`);
}

/** Replaces only the calibration; comments and order of the manifest stay. */
async function writeManifest(file: string, { version, knots }: FittedCalibration): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  document.set('calibration', document.createNode({ version, knots: knots.map((knot) => [...knot]) }));
  await writeFile(file, document.toString());
}

function describe(fitted: FittedCalibration, { model, write }: CalibrateFlags): string {
  const knots = fitted.knots.map(([cosine, score]) => `    - [${cosine}, ${score}]`).join('\n');
  return `From ${fitted.pairs} pairs: ROC area ${fitted.rocArea.toFixed(3)}; at a score of 0.5 precision ${fitted.precision.toFixed(3)}, recall ${fitted.recall.toFixed(3)}.
calibration:
  version: ${fitted.version}
  knots:
${knots}
${write === true ? `written to ${model}` : `Put this into ${model}, or run again with --write.`}
`;
}
