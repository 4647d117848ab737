import { interpolate } from '../score/calibration.ts';
import type { OwnModel } from '../model/own/open-own-model.ts';
import type { Raster } from '../raster.ts';
import { openModelOf, readRasterFile } from './own-model-files.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance model check`. */
export interface ModelCheckFlags {
  readonly json?: true;
}

interface CheckedPair {
  readonly first: string;
  readonly second: string;
  readonly cosine: number;
  readonly score: number;
}

/** A smooth gradient, which every model must be able to embed. */
export function probe(): Raster {
  const side = 64;
  return { width: side, height: side, data: Uint8Array.from({ length: side * side * 3 }, (_, at) => (at * 7) % 256) };
}

async function embedFile(model: OwnModel, file: string | undefined): Promise<Float32Array> {
  const raster =
    file === undefined ? ({ ok: true, value: probe() } as const) : await readRasterFile(file, model.manifest.input);
  if (!raster.ok) throw new CommandError(raster.failure);
  const embedding = await model.embed(raster.value);
  if (!embedding.ok) throw new CommandError(`the model does not fit its manifest: ${embedding.failure}`);
  return embedding.value;
}

async function comparePairs(model: OwnModel, files: readonly string[]): Promise<CheckedPair[]> {
  const embeddings: Float32Array[] = [];
  for (const file of files) embeddings.push(await embedFile(model, file));
  return files.flatMap((first, i) =>
    files.slice(i + 1).map((second, offset) => {
      const other = embeddings[i + 1 + offset];
      const cosine = embeddings[i]?.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0) ?? 0;
      return { first, second, cosine, score: interpolate(model.manifest.calibration.knots, cosine) };
    }),
  );
}

/** Checks a manifest and its model, and compares a few pictures with it. */
export async function checkModel(file: string, pictures: readonly string[], flags: ModelCheckFlags): Promise<void> {
  const model = await openModelOf(file);
  try {
    await embedFile(model, undefined);
    const pairs = await comparePairs(model, pictures);
    const { name, output, sha256: pinned } = model.manifest;
    const outcome = { name, dimensions: output.dimensions, sha256: model.sha256, pinned: pinned !== undefined, pairs };
    process.stdout.write(flags.json === true ? `${JSON.stringify(outcome, undefined, 2)}\n` : describe(outcome));
  } finally {
    await model.release();
  }
}

function describe(outcome: {
  name: string;
  dimensions: number;
  sha256: string;
  pinned: boolean;
  pairs: readonly CheckedPair[];
}): string {
  const rows = outcome.pairs.map(
    ({ first, second, cosine, score }) =>
      `  cosine ${cosine.toFixed(4)}  score ${score.toFixed(4)}  ${first}  ${second}`,
  );
  const pin = outcome.pinned
    ? `  sha256 ${outcome.sha256}, as pinned`
    : `  add this line to the manifest:\n  sha256: ${outcome.sha256}`;
  return `${[`${outcome.name}: the manifest is valid and the model gives ${outcome.dimensions} values a picture`, pin, ...rows].join('\n')}\n`;
}
