import { readFile, writeFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { calibrateOwnModel } from '../model/own/calibrate-own-model.ts';
import type { FittedCalibration } from '../model/own/calibrate-own-model.ts';
import { ownLabels, readLabelledPairs } from '../model/own/read-labelled-pairs.ts';
import { openModelOf, readRasterFile } from './own-model-files.ts';
import { progressBar } from './progress-bar.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance calibrate`. */
export interface CalibrateFlags {
  readonly model: string;
  readonly pairs: string;
  /** Labels that mean the same, separated by commas. */
  readonly same?: string;
  readonly write?: true;
  readonly json?: true;
}

const shownProblems = 5;

/** Fits a custom model's calibration to labelled pairs, prints it, and with `--write` puts it into the manifest. */
export async function calibrate(flags: CalibrateFlags): Promise<void> {
  const pairs = await readLabelledPairs(
    flags.pairs,
    flags.same === undefined ? undefined : ownLabels(flags.same.split(',')),
  );
  if (!pairs.ok) throw new CommandError(`${flags.pairs} is not usable:\n  ${firstOf(pairs.failure).join('\n  ')}`);
  const model = await openModelOf(flags.model);
  const bar = progressBar('  {bar}  {value} of {total} pictures, {eta_formatted} left');
  try {
    const version = `${new Date().toISOString().slice(0, 10)}-${pairs.value.length}-pairs`;
    const fitted = await calibrateOwnModel(model, pairs.value, {
      readRaster: (file) => readRasterFile(file, model.manifest.input),
      version,
      progress: (done, total) => {
        if (!bar.isActive) bar.start(total, 0);
        bar.update(done);
      },
    });
    bar.stop();
    if (!fitted.ok) throw new CommandError(fitted.failure);
    if (flags.write === true) await writeCalibration(flags.model, fitted.value);
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(fitted.value, undefined, 2)}\n` : describe(fitted.value, flags),
    );
  } finally {
    bar.stop();
    await model.release();
  }
}

/** The first problems only, because a wrong label is wrong on every line. */
function firstOf(problems: readonly string[]): string[] {
  const more = problems.length - shownProblems;
  return [...problems.slice(0, shownProblems), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** Replaces only the calibration; comments and order of the manifest are kept. */
export async function writeCalibration(file: string, { version, knots }: FittedCalibration): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  document.set('calibration', document.createNode({ version, knots: knots.map((knot) => [...knot]) }));
  await writeFile(file, document.toString());
}

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`);

function thresholdTable(fitted: FittedCalibration): string[] {
  const cells = [
    ['score ≥', 'cosine ≥', 'precision', 'recall', 'false positives'],
    ...fitted.thresholds.map(({ score, cosine, precision, recall, falsePositives }) => [
      score.toFixed(1),
      cosine.toFixed(3),
      percent(precision),
      percent(recall),
      percent(falsePositives),
    ]),
  ];
  return cells.map((row) => row.map((cell, index) => cell.padStart(index === 4 ? 17 : 11)).join(''));
}

/** Advice according to the quality of the result. */
function advice({ pairs, same, rocArea }: FittedCalibration, { model, write }: CalibrateFlags): string[] {
  const fewest = Math.min(same, pairs - same);
  return [
    ...(fewest < usablePairs
      ? [`Only ${fewest} pairs of one label: the table is rough. Label at least ${usablePairs} of each.`]
      : []),
    ...(rocArea < usefulArea
      ? ['The model hardly tells your pairs apart. Look at some of them; try another model before a threshold.']
      : []),
    'Measured on the pairs it was fitted to: check your threshold on pairs that were not among them.',
    write === true
      ? `Written to ${model}. Restart the engine that serves it; scores are comparable from here on only.`
      : `Next: run again with --write, or put this into ${model}:`,
  ];
}

const usablePairs = 50;
const usefulArea = 0.8;

function describe(fitted: FittedCalibration, flags: CalibrateFlags): string {
  const knots = fitted.knots.map(([cosine, score]) => `    - [${cosine}, ${score}]`);
  const calibration = ['calibration:', `  version: ${fitted.version}`, '  knots:', ...knots];
  const { pairs, same, rocArea } = fitted;
  return [
    '',
    `  ${pairs} pairs, ${same} the same and ${pairs - same} different. ROC area ${rocArea.toFixed(3)} (0.5 is chance, 1 perfect).`,
    '',
    ...thresholdTable(fitted),
    '',
    ...advice(fitted, flags).map((line) => `  ${line}`),
    '',
    ...(flags.write === true ? [] : [...calibration, '']),
  ].join('\n');
}
