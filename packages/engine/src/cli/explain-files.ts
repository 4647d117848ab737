import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { AnalysedPicture, Analyser, PicturePair } from '../analysis/analyser.ts';
import { createAnalyser } from '../analysis/create-analyser.ts';
import { drawExplanation } from '../explain/draw-explanation.ts';
import { explainPair, type Explanation } from '../explain/explain-pair.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import { mayHaveEqualPixels } from '../ingest/pixel-identity.ts';
import { explain as explainFailure, readPair, readServiceType } from './compare-files.ts';
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
    const explanation = explainPair(builtIn(analysed[0]), builtIn(analysed[1]), { identicalPixels });
    if (flags.out !== undefined) await writePicture(flags.out, explanation, { files, analysed });
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(explanation, undefined, 2)}\n` : describe(explanation, flags.out),
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
  const tasks = [pair.primary, pair.secondary].map((picture) => analyser.analyse({ ...picture, profile: 'default' }));
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

async function writePicture(
  out: string,
  explanation: Explanation,
  shown: { files: readonly [string, string]; analysed: Analysed },
): Promise<void> {
  const named = shown.analysed.map(({ raster }, index) => ({
    name: path.basename(shown.files[index === 0 ? 0 : 1]),
    raster,
  }));
  const [first, second] = named;
  if (first === undefined || second === undefined) return;
  await writeFile(out, await drawExplanation(explanation, first, second)).catch((error: unknown) => {
    throw new CommandError(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function describe(
  { comparison, contributions, decidedBy, overlap, matches }: Explanation,
  out: string | undefined,
): string {
  const rows = contributions.map(
    ({ words, value, added }) =>
      `    ${words.padEnd(30)}${value.toFixed(2).padStart(6)}  ${added < 0 ? '−' : '+'}${Math.abs(added).toFixed(2)}`,
  );
  const agreeing = matches.filter(({ agrees }) => agrees).length;
  return [
    '',
    `  ${comparison.score.toFixed(4)}  ${comparison.verdict.words}`,
    `  Decided by ${decidedBy}.`,
    overlap === undefined
      ? '  No movement brings points of one picture onto the other.'
      : `  ${agreeing} of ${matches.length} matched points fit one movement: ${overlap.words}.`,
    '',
    '    what was seen                  value  added',
    ...rows,
    '',
    ...comparison.notes.map(({ picture, words }) => `  Note: the ${picture} picture ${words}.`),
    out === undefined ? '  Add --out explanation.png to see it drawn.' : `  Drawn in ${out}.`,
    '',
    '',
  ].join('\n');
}
