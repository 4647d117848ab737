import { createRequire } from 'node:module';
import process from 'node:process';
import type * as OnnxRuntime from 'onnxruntime-common';
import { installedRuntime, missingRuntime, RuntimeMissingError } from './runtime-packages.ts';
import { telemetrySwitch } from './telemetry-switch.ts';

// onnxruntime, with its telemetry off: the native library reads the switch when it is loaded. Everything takes the runtime from
// here, as an import of a runtime's package might load it first.

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
/** A value a network takes or gives. */
export type Tensor = OnnxRuntime.Tensor;
