import { buildModel } from '../src/model/convert/build-model.ts';
import { defaultModelDirectory } from '../src/model/package-folder.ts';

/** Converts the shipped network into the package's `model` folder. */
const directory = defaultModelDirectory();
await buildModel(directory);
console.log(`model written to ${directory}`);
