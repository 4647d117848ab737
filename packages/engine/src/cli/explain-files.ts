import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { builtInProfile } from '../config/built-in-profile.ts';
import type { ServiceType } from '@semblance/spec/limits';
import { systemErrorText } from '@semblance/wire/system-error';
import type { CheckedPicture, PicturePair } from '../compare/analyser.ts';
import { examinePictures } from '../compare/compare-pictures.ts';
import { explainExamined } from '../compare/explain-examined.ts';
import type { ExplainedPair } from '../compare/explain-examined.ts';
import { createAnalyser } from '../workers/analyser/create-analyser.ts';
import { monotonicMs } from '../clock.ts';
import { runInline } from '../workers/analyser/run-inline.ts';
import { drawExplanation } from '../score/explain/draw-explanation.ts';
import type { NamedRaster } from '../score/explain/draw-explanation.ts';
import { pixelsOf, regionsOf } from '../score/explain/difference-regions.ts';
import { differenceWords, meaningWords } from '../score/explain/difference-words.ts';
import { partBoxes, partWords } from '../score/explain/part-words.ts';
import type { FoundPart } from '../score/part/part-evidence.ts';
import type { Explanation } from '../score/explain/explain-pair.ts';
import type { Failure } from '../compare/failure.ts';
import { decodePicture } from '../ingest/decode.ts';
import type { ViewName } from '../ingest/decode-views.ts';
import type { Result } from '../result.ts';
import { explain as explainFailure, readPair, readServiceType } from './compare-files.ts';
import { describeExplanation } from './describe-explanation.ts';
import { CommandError } from './report-failure.ts';
import { readLanguage } from './report-language.ts';
import type { ReportLanguage } from './report-language.ts';

/** Options of `semblance explain`. */
export interface ExplainFlags {
  readonly json?: true;
  readonly out?: string;
  readonly serviceType: string;
  /** Language of the output and of the drawing. */
  readonly lang: string;
}

const deadlineMs = 60_000;

/** Explains the score of two files: a picture, JSON, or a few lines of text. */
export async function explainFiles(files: readonly [string, string], flags: ExplainFlags): Promise<void> {
  const serviceType = readServiceType(flags.serviceType);
  const language = readLanguage(flags.lang);
  const pair = await readPair(files, serviceType);
  if (!pair.ok) throw new CommandError(explainFailure(pair.failure, files));
  const explained = await explainPictures(pair.value, serviceType);
  if (!explained.ok) throw new CommandError(explainFailure(explained.failure, files));
  const { explanation, views } = explained.value;
  const drawn = { files, pair: pair.value, views, language };
  if (flags.out !== undefined) await writePicture(flags.out, explanation, drawn);
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify(explanationJson(explained.value), undefined, 2)}\n`
      : describeExplanation(explanation, { names: files, out: flags.out, language }),
  );
}

/** Output of `--json`: the explanation, with regions that a program can draw instead of cells. */
function explanationJson({ explanation: { comparison, ...rest }, sizes, views }: ExplainedPair): object {
  const { difference, part, ...scored } = comparison;
  const meaning = meaningWords(comparison);
  const compared = views.map(viewName);
  const found = part === undefined ? {} : { part: partJson(part, sizes) };
  if (difference === undefined) return { comparison: scored, meaning, compared, ...found, ...rest };
  const { cells: _cells, ...facts } = difference;
  const told = { ...facts, words: differenceWords(difference), regions: regionsOf(difference, sizes) };
  return { comparison: scored, meaning, compared, difference: told, ...rest };
}

/** The part that was found, with its place in pixels of each file. */
function partJson(part: FoundPart, sizes: ExplainedPair['sizes']): object {
  const { of, what, correlation, agreeing, content } = part;
  const [first, second] = partBoxes(part);
  const places = { first: pixelsOf(first, sizes[0]), second: pixelsOf(second, sizes[1]) };
  return { of, what, words: partWords(part), correlation, agreeing, content, ...places };
}

async function explainPictures(pair: PicturePair, serviceType: ServiceType): Promise<Result<ExplainedPair, Failure>> {
  const analyser = await createAnalyser({ threads: availableParallelism() });
  try {
    const deadlineAtMs = monotonicMs() + deadlineMs;
    const run = { runJob: runInline(analyser), profile: builtInProfile, deadlineAtMs, serviceType };
    const examined = await examinePictures(pair, run);
    return examined.ok ? { ok: true, value: explainExamined(examined.value) } : examined;
  } finally {
    await analyser.release();
  }
}

const viewName = ({ frame, ground }: ViewName): ViewName => ({ frame, ...(ground === undefined ? {} : { ground }) });

/** Side at which pictures are drawn, larger than that of the features, so that they are sharp. */
const drawnSidePx = 1000;

async function drawable(picture: CheckedPicture, { frame, ground }: ViewName, file: string): Promise<NamedRaster> {
  const shown = { maxSidePx: drawnSidePx, frame, ...(ground === undefined ? {} : { ground }) };
  const decoded = await decodePicture(picture.bytes, picture.header, shown);
  if (!decoded.ok) throw new CommandError(`${file}: its pixels cannot be decoded.`);
  return { name: path.basename(file), size: [picture.header.width, picture.header.height], raster: decoded.value };
}

interface Drawn extends Pick<ExplainedPair, 'views'> {
  readonly files: readonly [string, string];
  readonly pair: PicturePair;
  readonly language: ReportLanguage;
}

async function writePicture(
  out: string,
  explanation: Explanation,
  { files, pair, views, language }: Drawn,
): Promise<void> {
  const first = await drawable(pair.primary, views[0], files[0]);
  const second = await drawable(pair.secondary, views[1], files[1]);
  await writeFile(out, await drawExplanation(explanation, [first, second], language)).catch((error: unknown) => {
    throw new CommandError(`${out} cannot be written: ${systemErrorText(error)}. Name another file with --out.`);
  });
}
