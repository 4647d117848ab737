/** File of the default network inside a model directory. */
export const modelFileName = 'mobilenet-v2-mid.onnx';

/** SHA-256 of that file. The conversion is deterministic, so every machine gets these bytes. */
export const modelSha256 = 'efadfa5507738f76f2c2c5a4c4f9e047ba21b709c0da8865a6fc12b4783f3223';
