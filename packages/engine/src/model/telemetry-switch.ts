/**
 * The switch of onnxruntime's telemetry. Left on, its native library looks a Microsoft collector up, reads the machine's
 * id, and writes a device id and a database of events to the user's cache and debug files to the temporary directory.
 */
export const telemetrySwitch = 'ORT_DISABLE_TELEMETRY';
