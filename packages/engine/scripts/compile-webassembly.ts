import { readFile } from 'node:fs/promises';
import path from 'node:path';
import loadWabt from 'wabt';

/** A module in WebAssembly text, beside the code that runs it, and the TypeScript file with the compiled module. */
interface WebAssemblySource {
  readonly text: string;
  readonly compiledFile: string;
  readonly constant: string;
}

const sources = path.join(import.meta.dirname, '../src');

function source(name: string, folder: string, constant: string): WebAssemblySource {
  const compiledFile = path.join(sources, `${folder}/generated/${name}.ts`);
  return { text: `${folder}/${name}.wat`, compiledFile, constant };
}

export const webAssemblySources: readonly WebAssemblySource[] = [
  source('hamming-matcher', 'score', 'hammingMatcher'),
  source('layer-kernels', 'score/difference', 'layerKernels'),
  source('window-kernels', 'score/part', 'windowKernels'),
  source('raster-kernels', 'features', 'rasterKernels'),
  source('form-base64', 'request/read', 'formBase64'),
  source('colour-kernels', 'features', 'colourKernels'),
  source('keypoint-kernels', 'features', 'keypointKernels'),
  source('luma-decoder', 'ingest/jpeg-luma', 'lumaDecoder'),
];

/** Text of the TypeScript file that holds a module, compiled from its WebAssembly text. */
export async function compileWebAssembly({ text, constant }: WebAssemblySource): Promise<string> {
  const wabt = await loadWabt();
  const file = path.join(sources, text);
  const module = wabt.parseWat(file, await readFile(file), { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return [
    `// Generated from src/${text} by "npm run build:wasm". Do not edit.`,
    '',
    '/** The compiled WebAssembly module in base64. */',
    `export const ${constant} = '${Buffer.from(buffer).toString('base64')}';`,
    '',
  ].join('\n');
}
