import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import { interpolate } from '../../score/calibration.ts';
import type { Knots } from '../../score/calibration.ts';
import type { OwnModel } from './open-own-model.ts';
import { fitPlatt, knotsOfCurve } from './platt-scaling.ts';
import type { LabelledCosine } from './platt-scaling.ts';
import type { LabelledPair } from './read-labelled-pairs.ts';

/** Quality of a threshold on the labelled pairs. */
export interface ThresholdRow {
  readonly score: number;
  /** Cosine of the threshold's score. */
  readonly cosine: number;
  /** Share of the pairs at or above it that are the same; absent when there are none. */
  readonly precision?: number;
  /** Share of the same pairs at or above it. */
  readonly recall: number;
  /** Share of the different pairs at or above it. */
  readonly falsePositives: number;
}

/** A calibration fitted to labelled pairs, and its quality. */
export interface FittedCalibration {
  readonly version: string;
  readonly knots: readonly (readonly [number, number])[];
  readonly pairs: number;
  /** Probability that a same pair has a higher cosine than a different one, ties counting half: 0.5 is chance, 1 perfect. */
  readonly rocArea: number;
  /** Number of same pairs. */
  readonly same: number;
  readonly thresholds: readonly ThresholdRow[];
}

export interface CalibrateOptions {
  readonly readRaster: (file: string) => Promise<Result<Raster, string>>;
  /** Name of the fit, such as a date. */
  readonly version: string;
  readonly progress?: (done: number, total: number) => void;
}

function rocArea(examples: readonly LabelledCosine[]): number {
  const positives = examples.filter(({ same }) => same);
  const negatives = examples.filter(({ same }) => !same);
  let wins = 0;
  for (const { cosine } of positives)
    for (const other of negatives) wins += cosine > other.cosine ? 1 : cosine === other.cosine ? 0.5 : 0;

  return wins / (positives.length * negatives.length);
}

const thresholds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

function thresholdRow(examples: readonly LabelledCosine[], knots: Knots, score: number): ThresholdRow {
  const passing = examples.filter(({ cosine }) => interpolate(knots, cosine) >= score);
  const found = passing.filter(({ same }) => same).length;
  const same = examples.filter((example) => example.same).length;
  // Swapped knots map scores to cosines, because both coordinates rise.
  const swapped = knots.map(([cosine, value]) => [value, cosine] as const);
  return {
    score,
    cosine: interpolate(swapped, score),
    ...(passing.length === 0 ? {} : { precision: found / passing.length }),
    recall: found / same,
    falsePositives: (passing.length - found) / (examples.length - same),
  };
}

async function embedAll(
  model: OwnModel,
  pairs: readonly LabelledPair[],
  options: CalibrateOptions,
): Promise<Result<Map<string, Float32Array>, string>> {
  const files = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const embeddings = new Map<string, Float32Array>();
  for (const [done, file] of files.entries()) {
    const raster = await options.readRaster(file);
    if (!raster.ok) return raster;
    const embedding = await model.embed(raster.value);
    if (!embedding.ok) return embedding;
    embeddings.set(file, embedding.value);
    options.progress?.(done + 1, files.length);
  }
  return { ok: true, value: embeddings };
}

/** Fits the map from cosine to score of a custom model to labelled pairs. */
export async function calibrateOwnModel(
  model: OwnModel,
  pairs: readonly LabelledPair[],
  options: CalibrateOptions,
): Promise<Result<FittedCalibration, string>> {
  const embeddings = await embedAll(model, pairs, options);
  if (!embeddings.ok) return embeddings;
  const cosineOf = ({ first, second }: LabelledPair): number => {
    const b = embeddings.value.get(second);
    return (embeddings.value.get(first) ?? new Float32Array()).reduce(
      (sum, value, at) => sum + value * (b?.[at] ?? 0),
      0,
    );
  };
  const examples = pairs.map((pair) => ({ cosine: cosineOf(pair), same: pair.same }));
  const curve = fitPlatt(examples);
  const knots = knotsOfCurve(curve);
  return {
    ok: true,
    value: {
      version: options.version,
      knots,
      pairs: pairs.length,
      same: examples.filter(({ same }) => same).length,
      rocArea: rocArea(examples),
      thresholds: thresholds.map((score) => thresholdRow(examples, knots, score)),
    },
  };
}
