import { createRequire } from 'node:module';
import type * as OnnxRuntime from 'onnxruntime-node';
import { telemetrySwitch } from './telemetry-switch.ts';

process.env[telemetrySwitch] = '1';
const runtime = createRequire(import.meta.url)('onnxruntime-node') as typeof OnnxRuntime;

// onnxruntime, with its telemetry off: the native library reads the switch when it is loaded. Everything takes the runtime from
// here, as an import of the package itself might load it first.

/** Opens networks. */
export const InferenceSession: typeof OnnxRuntime.InferenceSession = runtime.InferenceSession;
/** An open network. */
export type InferenceSession = OnnxRuntime.InferenceSession;
/** Makes values for networks. */
export const Tensor: typeof OnnxRuntime.Tensor = runtime.Tensor;
/** A value a network takes or gives. */
export type Tensor = OnnxRuntime.Tensor;
