import { readFile } from 'node:fs/promises';
import path from 'node:path';
import loadWabt from 'wabt';

/** A module in WebAssembly text, beside the code that runs it, and the TypeScript file with the compiled module. */
interface WebAssemblySource {
  readonly text: string;
  /** Files with more of its functions. */
  readonly parts?: readonly string[];
  readonly compiledFile: string;
  readonly constant: string;
}

const sources = path.join(import.meta.dirname, '../src');

function source(name: string, folder: string, constant: string): WebAssemblySource {
  const compiledFile = path.join(sources, `${folder}/generated/${name}.ts`);
  return { text: `${folder}/${name}.wat`, compiledFile, constant };
}

/** A module whose functions stand in several files of one folder. */
function inParts(main: WebAssemblySource, names: readonly string[]): WebAssemblySource {
  return { ...main, parts: names.map((name) => `${path.dirname(main.text)}/${name}.wat`) };
}

export const webAssemblySources: readonly WebAssemblySource[] = [
  source('hamming-matcher', 'score', 'hammingMatcher'),
  inParts(source('layer-kernels', 'score/difference', 'layerKernels'), [
    'whole-planes',
    'sample-rows',
    'search-cells',
    'containment',
    'colour-fit',
  ]),
  source('window-kernels', 'score/part', 'windowKernels'),
  source('raster-kernels', 'features', 'rasterKernels'),
  source('form-base64', 'request/read', 'formBase64'),
  inParts(source('colour-kernels', 'features', 'colourKernels'), ['count-colours']),
  inParts(source('keypoint-kernels', 'features', 'keypointKernels'), [
    'fast-corners',
    'select-corners',
    'describe-points',
  ]),
  inParts(source('block-decoder', 'ingest/jpeg', 'blockDecoder'), [
    'read-blocks',
    'half-means',
    'inverse-transform',
    'small-blocks',
  ]),
  inParts(source('plane-kernels', 'ingest/jpeg', 'planeKernels'), ['shrink-planes']),
];

/** A module's text, with its parts before the parenthesis that ends it. */
async function wholeText({ text, parts = [] }: WebAssemblySource): Promise<string> {
  const [main = '', ...others] = await Promise.all(
    [text, ...parts].map((file) => readFile(path.join(sources, file), 'utf8')),
  );
  return others.length === 0 ? main : `${main.slice(0, main.lastIndexOf(')'))}\n${others.join('\n')})\n`;
}

/** Text of the TypeScript file that holds a module, compiled from its WebAssembly text. */
export async function compileWebAssembly(source: WebAssemblySource): Promise<string> {
  const { text, constant } = source;
  const wabt = await loadWabt();
  const module = wabt.parseWat(path.join(sources, text), await wholeText(source), { simd: true });
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
