import { defineConfig } from 'tsdown';

/**
 * The published files: workspace packages and the command line's libraries are bundled in, so that installing the client installs
 * nothing else. Peers stay outside.
 */
export default defineConfig({
  entry: { main: 'exports/main.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  clean: true,
  inputOptions: { resolve: { conditionNames: ['@semblance/source', 'import', 'default'] } },
});
