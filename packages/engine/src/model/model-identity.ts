/** File of the default network inside a model directory. */
export const modelFileName = 'mobilenet-v2-mid.onnx';

/** SHA-256 of that file. The conversion is deterministic, so every machine gets these bytes. */
export const modelSha256 = '4d0df8dc259cd5efc9893e03110d5491d876190a991423c59c923782ee9ae86d';
