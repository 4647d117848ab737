import { createRequire } from 'node:module';
import type * as OnnxRuntime from 'onnxruntime-node';

/**
 * The switch of onnxruntime's telemetry. Left on, its native library looks a collector of Microsoft's up, reads the machine's
 * id, and writes a device id and a database of events to the user's cache and debug files to the temporary directory.
 */
export const telemetrySwitch = 'ORT_DISABLE_TELEMETRY';

process.env[telemetrySwitch] = '1';
const runtime = createRequire(import.meta.url)('onnxruntime-node') as typeof OnnxRuntime;

/**
 * onnxruntime, with its telemetry off: the native library reads the switch when it is loaded. Everything takes the runtime from
 * here, as an import of the package itself might load it first.
 */
export const { InferenceSession, Tensor } = runtime;
/** An open network. */
export type InferenceSession = OnnxRuntime.InferenceSession;
/** A value a network takes or gives. */
export type Tensor = OnnxRuntime.Tensor;
