/** File of the default network inside a model directory. */
export const modelFileName = 'mobilenet-v2-mid.onnx';

/** SHA-256 of that file. The conversion is deterministic, so every machine gets these bytes. */
export const modelSha256 = '20ca7675a437356db0427ac0f94824a0d5748683067658c043978bbfd44e66ed';
