import { createRequire } from 'node:module';
import process from 'node:process';
import type * as OnnxRuntime from 'onnxruntime-common';
import { installedRuntime, missingRuntime, RuntimeMissingError } from './runtime-packages.ts';
import { telemetrySwitch } from './telemetry-switch.ts';

// onnxruntime with telemetry switched off, which the native library reads when it is loaded. Import the runtime only from here, because
// another import might load it first.

const requireModule = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  try {
    requireModule.resolve(name);
    return true;
  } catch {
    return false;
  }
}

function loadRuntime(): typeof OnnxRuntime {
  const search = { platform: process.platform, arch: process.arch, isInstalled };
  const name = installedRuntime(search);
  if (name === undefined) throw new RuntimeMissingError(missingRuntime(search));
  process.env[telemetrySwitch] = '1';
  return requireModule(name) as typeof OnnxRuntime;
}

const runtime = loadRuntime();

/** Opens networks. */
export const InferenceSession: typeof OnnxRuntime.InferenceSession = runtime.InferenceSession;
/** An open network. */
export type InferenceSession = OnnxRuntime.InferenceSession;
/** Makes values for networks. */
export const Tensor: typeof OnnxRuntime.Tensor = runtime.Tensor;
/** An input or output value of a network. */
export type Tensor = OnnxRuntime.Tensor;
