import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { builtInProfile } from '../built-in-profile.ts';
import type { AnalysedPicture, Analyser, CheckedPicture, PicturePair } from '../analysis/analyser.ts';
import { createAnalyser } from '../analysis/create-analyser.ts';
import { drawExplanation, type NamedRaster } from '../explain/draw-explanation.ts';
import { explainPair, type Explanation } from '../explain/explain-pair.ts';
import type { Size } from '../explain/overlap.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import { decodePicture } from '../ingest/decode.ts';
import { mayHaveEqualPixels } from '../ingest/pixel-identity.ts';
import { explain as explainFailure, readPair, readServiceType } from './compare-files.ts';
import { describeExplanation } from './describe-explanation.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance explain`. */
export interface ExplainFlags {
  readonly json?: true;
  readonly out?: string;
  readonly serviceType: string;
}

type Analysed = readonly [AnalysedPicture, AnalysedPicture];

/** Explains the score of two files: a picture, JSON, or a few lines of text. */
export async function explainFiles(files: readonly [string, string], flags: ExplainFlags): Promise<void> {
  const pair = await readPair(files, readServiceType(flags.serviceType));
  if (!pair.ok) throw new CommandError(explainFailure(pair.failure, files));
  const analyser = await createAnalyser({ threads: availableParallelism() });
  try {
    const analysed = await analyseBoth(analyser, pair.value, files);
    const identicalPixels = await haveEqualPixels(analyser, pair.value, analysed);
    const { primary, secondary } = pair.value;
    const sizes = [sizeOf(primary), sizeOf(secondary)] as const;
    const explanation = explainPair(builtIn(analysed[0]), builtIn(analysed[1]), { identicalPixels, sizes });
    if (flags.out !== undefined) await writePicture(flags.out, explanation, { files, pair: pair.value });
    process.stdout.write(
      flags.json === true
        ? `${JSON.stringify(explanation, undefined, 2)}\n`
        : describeExplanation(explanation, { names: files, out: flags.out }),
    );
  } finally {
    await analyser.release();
  }
}

/** The features of the built-in profile; `analyse` was asked for no other. */
function builtIn({ features }: AnalysedPicture): FeatureSet {
  if ('embedding' in features) throw new Error('the built-in profile gave an embedding');
  return features;
}

async function analyseBoth(analyser: Analyser, pair: PicturePair, files: readonly [string, string]): Promise<Analysed> {
  const tasks = [pair.primary, pair.secondary].map((picture) =>
    analyser.analyse({ ...picture, profile: builtInProfile }),
  );
  const [first, second] = await Promise.all(tasks);
  if (first?.ok === true && second?.ok === true) return [first.value, second.value];
  throw new CommandError(
    `${first?.ok === true ? files[1] : files[0]}: its pixels cannot be decoded; save it as an ordinary JPEG or PNG.`,
  );
}

async function haveEqualPixels(
  analyser: Analyser,
  pair: PicturePair,
  [primary, secondary]: Analysed,
): Promise<boolean> {
  const first = { ...pair.primary, raster: primary.raster };
  const second = { ...pair.secondary, raster: secondary.raster };
  if (!mayHaveEqualPixels(first, second)) return false;
  const equal = await analyser.equalPixels(first, second);
  return equal.ok && equal.value;
}

const sizeOf = ({ header }: CheckedPicture): Size => [header.width, header.height];

/** The side at which pictures are drawn: sharp on the page, whatever the features were taken at. */
const drawnSidePx = 1000;

async function drawable(picture: CheckedPicture, file: string): Promise<NamedRaster> {
  const decoded = await decodePicture(picture.bytes, picture.header, { maxSidePx: drawnSidePx });
  if (!decoded.ok) throw new CommandError(`${file}: its pixels cannot be decoded.`);
  return { name: path.basename(file), size: sizeOf(picture), raster: decoded.value };
}

async function writePicture(
  out: string,
  explanation: Explanation,
  { files, pair }: { files: readonly [string, string]; pair: PicturePair },
): Promise<void> {
  const first = await drawable(pair.primary, files[0]);
  const second = await drawable(pair.secondary, files[1]);
  await writeFile(out, await drawExplanation(explanation, first, second)).catch((error: unknown) => {
    throw new CommandError(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
}
