import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorText } from '@semblance/wire/system-error';
import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import { sha256Of } from '../file-digest.ts';
import { InferenceSession, Tensor } from '../onnx-runtime.ts';
import { sessionOptions } from '../open-network.ts';
import { manifestInput, manifestInputShape } from './manifest-input.ts';
import { poolOutput } from './pool-output.ts';
import type { LocatedManifest } from './read-manifest.ts';

/** A custom network, ready to embed pictures. */
export interface OwnModel {
  readonly manifest: LocatedManifest;
  /** SHA-256 of the opened file. */
  readonly sha256: string;
  /** @returns an embedding of unit length, or a sentence that says why the output contradicts the manifest. */
  embed(raster: Raster): Promise<Result<Float32Array, string>>;
  release(): Promise<void>;
}

export interface OpenOwnModelOptions {
  readonly threads: number;
  /** Whether to accept a manifest without a checksum, as in `model check`. */
  readonly allowUnpinned?: boolean;
}

/** Reads a model's file and compares its checksum with the manifest's. */
export async function readPinned(
  manifest: LocatedManifest,
  allowUnpinned = false,
): Promise<Result<{ bytes: Uint8Array; sha256: string }, string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(manifest.modelFile);
  } catch (error) {
    return {
      ok: false,
      failure: `${manifest.modelFile} cannot be read: ${systemErrorText(error)}; put the model there, or correct "file" in the manifest`,
    };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (manifest.sha256 === undefined && !allowUnpinned) {
    return {
      ok: false,
      failure: `the manifest of ${manifest.name} has no checksum: run "semblance model check" and add the sha256 it prints`,
    };
  }
  if (manifest.sha256 !== undefined && manifest.sha256 !== sha256) {
    return {
      ok: false,
      failure: `${manifest.modelFile} has SHA-256 ${sha256}, but the manifest says ${manifest.sha256}`,
    };
  }
  const weights = await checkWeights(manifest, allowUnpinned);
  return weights === undefined ? { ok: true, value: { bytes, sha256 } } : { ok: false, failure: weights };
}

/** Checks the weights file; `undefined` when there is none or it matches its checksum. */
async function checkWeights(
  { name, modelFile, weights }: LocatedManifest,
  allowUnpinned: boolean,
): Promise<string | undefined> {
  if (weights === undefined) return undefined;
  const file = path.join(path.dirname(modelFile), weights.file);
  const sha256 = await sha256Of(file).catch(() => undefined);
  if (sha256 === undefined)
    return `${file} cannot be read: put the weights there, or run "semblance model add ${name}"`;
  if (weights.sha256 === undefined)
    return allowUnpinned ? undefined : `the manifest of ${name} has no checksum for its weights: add sha256: ${sha256}`;
  return weights.sha256 === sha256
    ? undefined
    : `${file} has SHA-256 ${sha256}, but the manifest says ${weights.sha256}`;
}

/** The name in the manifest, or the only existing one; otherwise a sentence. */
function chooseName(wanted: string | undefined, names: readonly string[], what: string): Result<string, string> {
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined && names.includes(name)) return { ok: true, value: name };
  return { ok: false, failure: `set ${what}.name in the manifest to one of the network's: ${names.join(', ')}` };
}

async function createSession(
  { weights, modelFile }: LocatedManifest,
  bytes: Uint8Array,
  threads: number,
): Promise<Result<InferenceSession, string>> {
  try {
    // A model with a weights file has to be opened by its path, beside which the weights are found.
    const options = sessionOptions(threads);
    const opened =
      weights === undefined ? InferenceSession.create(bytes, options) : InferenceSession.create(modelFile, options);
    return { ok: true, value: await opened };
  } catch (error) {
    return {
      ok: false,
      failure: `the runtime cannot open the model: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

interface Border {
  readonly input: string;
  readonly output: string;
}

async function runOnce(
  session: InferenceSession,
  manifest: LocatedManifest,
  run: Border & { raster: Raster },
): Promise<Result<Float32Array, string>> {
  const tensor = new Tensor('float32', manifestInput(run.raster, manifest.input), [
    ...manifestInputShape(manifest.input),
  ]);
  let output: Tensor | undefined;
  try {
    output = (await session.run({ [run.input]: tensor }, [run.output]))[run.output] as Tensor | undefined;
  } catch (error) {
    return {
      ok: false,
      failure: `the network refuses its input: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (!(output?.data instanceof Float32Array))
    return { ok: false, failure: `output ${run.output} does not hold 32-bit floats` };
  const embedding = poolOutput({ values: output.data, shape: output.dims }, manifest.output.pooling);
  if (typeof embedding === 'string') return { ok: false, failure: embedding };
  if (embedding.length !== manifest.output.dimensions) {
    return {
      ok: false,
      failure: `the embedding has ${embedding.length} values, but the manifest says ${manifest.output.dimensions}`,
    };
  }
  return { ok: true, value: embedding };
}

/**
 * Opens the network of a manifest.
 * @failure a sentence with the problem and advice.
 */
export async function openOwnModel(
  manifest: LocatedManifest,
  options: OpenOwnModelOptions,
): Promise<Result<OwnModel, string>> {
  const pinned = await readPinned(manifest, options.allowUnpinned);
  if (!pinned.ok) return pinned;
  const session = await createSession(manifest, pinned.value.bytes, options.threads);
  if (!session.ok) return session;
  const input = chooseName(manifest.input.name, session.value.inputNames, 'input');
  const output = chooseName(manifest.output.name, session.value.outputNames, 'output');
  if (!input.ok) return input;
  if (!output.ok) return output;
  const border = { input: input.value, output: output.value };
  return {
    ok: true,
    value: {
      manifest,
      sha256: pinned.value.sha256,
      embed: (raster) => runOnce(session.value, manifest, { ...border, raster }),
      release: () => session.value.release(),
    },
  };
}
