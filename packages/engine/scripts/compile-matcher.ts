import { readFile } from 'node:fs/promises';
import path from 'node:path';
import loadWabt from 'wabt';

const source = path.join(import.meta.dirname, 'hamming-matcher.wat');

/** Where the compiled matcher is committed. */
export const compiledMatcherFile: string = path.join(import.meta.dirname, '../src/score/generated/hamming-matcher.ts');

/** Text of the TypeScript file that holds the matcher, compiled from its WebAssembly text. */
export async function compileMatcher(): Promise<string> {
  const wabt = await loadWabt();
  const module = wabt.parseWat(source, await readFile(source), { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return [
    '// Generated from scripts/hamming-matcher.wat by "npm run build:matcher". Do not edit.',
    '',
    '/** The compiled WebAssembly module in base64. */',
    `export const hammingMatcher = '${Buffer.from(buffer).toString('base64')}';`,
    '',
  ].join('\n');
}
