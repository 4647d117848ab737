import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorText } from '@semblance/wire/system-error';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { parse } from 'yaml';
import type { Result } from '../../result.ts';
import { manifestSchema } from './manifest-schema.ts';
import type { ModelManifest } from './manifest-schema.ts';

/** A manifest with its file's path made absolute. */
export interface LocatedManifest extends ModelManifest {
  /** The manifest's own file. */
  readonly manifestFile: string;
  readonly modelFile: string;
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<ModelManifest>(manifestSchema);

/** Checks what a schema cannot express: knots rise in both coordinates, scores are within 0…1. */
function knotProblems(knots: ModelManifest['calibration']['knots']): string[] {
  return knots.flatMap(([cosine, score], index) => {
    const previous = knots[index - 1];
    const rising = previous === undefined || (cosine > previous[0] && score > previous[1]);
    return rising && score >= 0 && score <= 1
      ? []
      : [`/calibration/knots/${index} must rise in both values, with a score in 0…1`];
  });
}

/**
 * Checks a parsed manifest.
 * @returns problems as a list of sentences that name the place, e.g. `/input/side must be <= 1024`.
 */
export function checkManifest(value: unknown): Result<ModelManifest, readonly string[]> {
  if (!validate(value)) return { ok: false, failure: (validate.errors ?? []).map(explain) };

  const problems = knotProblems(value.calibration.knots);
  return problems.length === 0 ? { ok: true, value } : { ok: false, failure: problems };
}

function explain({ instancePath, keyword, message, params }: ErrorObject): string {
  const unknown = keyword === 'additionalProperties' ? `: ${String(params['additionalProperty'])}` : '';
  return `${instancePath || '/'} ${message ?? 'is not valid'}${unknown}`;
}

/** Reads and checks a manifest file in YAML. */
export async function readManifest(file: string): Promise<Result<LocatedManifest, readonly string[]>> {
  let value: unknown;
  try {
    value = parse(await readFile(file, 'utf8'));
  } catch (error) {
    return {
      ok: false,
      failure: [`${file} cannot be read: ${systemErrorText(error)}`],
    };
  }
  const checked = checkManifest(value);
  if (!checked.ok) return checked;
  return {
    ok: true,
    value: {
      ...checked.value,
      manifestFile: path.resolve(file),
      modelFile: path.resolve(path.dirname(file), checked.value.file),
    },
  };
}

/** Version of the embedding code; increase it when the same manifest gives other embeddings. */
const embeddingVersion = 2;

/** Identifies everything that an embedding depends on, so that cached ones are never mixed. Calibration is not part of it. */
export function embeddingIdentity({ sha256, weights, input, output }: ModelManifest): string {
  return createHash('sha256')
    .update(JSON.stringify([embeddingVersion, sha256, weights?.sha256, input, output]))
    .digest('hex');
}
