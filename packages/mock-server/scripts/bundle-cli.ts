/**
 * Writes the command line as few files: a server that is started by every test run should not have to find and read
 * a hundred modules first. What other people wrote stays outside, in the dependencies.
 */
import { build } from 'rolldown';

await build({
  input: 'src/cli/main.ts',
  platform: 'node',
  external: [/^node:/, 'commander', 'fast-xml-parser', /^@noble\//, '@semblance/engine'],
  resolve: { conditionNames: ['@semblance/source', 'node', 'import', 'default'] },
  output: {
    dir: 'dist/cli',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
  },
  logLevel: 'warn',
});
