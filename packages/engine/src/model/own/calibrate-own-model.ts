import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import type { OwnModel } from './open-own-model.ts';
import { fitPlatt, knotsOfCurve, type LabelledCosine } from './platt-scaling.ts';
import type { LabelledPair } from './read-labelled-pairs.ts';

/** A calibration fitted to a team's own pairs, and how well it parts them. */
export interface FittedCalibration {
  readonly version: string;
  readonly knots: readonly (readonly [number, number])[];
  readonly pairs: number;
  /** Chance that a pair that is the same has the higher cosine, ties half: 0.5 is chance, 1 perfect. */
  readonly rocArea: number;
  /** At a score of 0.5: the share of pairs above it that are the same, and the share of the same that are above it. */
  readonly precision: number;
  readonly recall: number;
}

export interface CalibrateOptions {
  readonly readRaster: (file: string) => Promise<Result<Raster, string>>;
  /** Names the fit, such as a date. */
  readonly version: string;
  readonly progress?: (done: number, total: number) => void;
}

function rocArea(examples: readonly LabelledCosine[]): number {
  const positives = examples.filter(({ same }) => same);
  const negatives = examples.filter(({ same }) => !same);
  let wins = 0;
  for (const { cosine } of positives) {
    for (const other of negatives) wins += cosine > other.cosine ? 1 : cosine === other.cosine ? 0.5 : 0;
  }
  return wins / (positives.length * negatives.length);
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

/** Fits the map from cosine to score of a team's own model to its own labelled pairs. */
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
  const passing = examples.filter(({ cosine }) => curve.slope * cosine + curve.offset >= 0);
  const found = passing.filter(({ same }) => same).length;
  return {
    ok: true,
    value: {
      version: options.version,
      knots: knotsOfCurve(curve),
      pairs: pairs.length,
      rocArea: rocArea(examples),
      precision: passing.length === 0 ? 1 : found / passing.length,
      recall: found / examples.filter(({ same }) => same).length,
    },
  };
}
