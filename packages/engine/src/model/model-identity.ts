/** File of the default network inside a model directory. */
export const modelFileName = 'mobilenet-v2-mid.onnx';

/** SHA-256 of that file. The conversion is deterministic, so every machine gets these bytes. */
export const modelSha256 = '21514f168066d6d4e50745adb86ae7e832b76cacac344c6f068d5db3f1b48f40';
