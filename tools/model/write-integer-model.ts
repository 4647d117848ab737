import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { integerModel } from './integer-model.ts';

/** `npm run build:integer -w tools -- network.onnx`: writes the network in integers, for measuring. */
const [, , file] = process.argv;
if (file === undefined) throw new Error('name the file to write: npm run build:integer -w tools -- network.onnx');
const bytes = await integerModel();
await writeFile(file, bytes);
console.log(`${bytes.length} bytes written to ${file}`);
