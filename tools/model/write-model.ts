import { buildModel } from './build-model.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';

/** Converts the shipped network into the package's `model` folder. */
const directory = defaultModelDirectory();
await buildModel(directory);
console.log(`model written to ${directory}`);
