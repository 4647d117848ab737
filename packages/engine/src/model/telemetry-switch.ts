/**
 * The switch of onnxruntime's telemetry. If on, the native library looks up a Microsoft collector, reads the machine's id, writes a device
 * id and a database of events to the user's cache, and debug files to the temporary directory.
 */
export const telemetrySwitch = 'ORT_DISABLE_TELEMETRY';
