/** File of the default network inside a model directory. */
export const modelFileName = 'mobilenet-v2-mid.onnx';

/** SHA-256 of that file. The conversion is deterministic, so every machine gets these bytes. */
export const modelSha256 = '240dc812bd225552982bf9d6c9db557c690f71bd7b5dca776ed3d91836138ba7';
