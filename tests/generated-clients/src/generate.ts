import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** The committed document, as a newcomer downloads it. */
export const documentFile: string = join(root, '../../spec/generated/openapi.yaml');
/** Where the clients are generated; not committed. */
export const outputFolder: string = join(root, 'dist');

/** Generates all clients anew, in the commands of the documentation's OpenAPI page. */
export async function generateClients(): Promise<void> {
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(outputFolder, { recursive: true });
  await command('openapi-typescript', [documentFile, '-o', 'dist/openapi-fetch/schema.ts']);
  await command('@hey-api/openapi-ts', ['-i', documentFile, '-o', 'dist/hey-api', '-c', '@hey-api/client-fetch']);
  await command('orval', ['--input', documentFile, '--output', 'dist/orval/client.ts', '--client', 'fetch']);
  await writeFile(join(outputFolder, 'kubb.config.js'), kubbConfig);
  await symlink(join(root, '../../node_modules'), join(outputFolder, 'node_modules')).catch(() => undefined);
  await command('@kubb/cli', ['generate', '--config', 'dist/kubb.config.js'], 'kubb');
}

const kubbConfig = `import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';

export default defineConfig({
  root: ${JSON.stringify(root)},
  input: { path: ${JSON.stringify(documentFile)} },
  output: { path: './dist/kubb', clean: true, format: false, lint: false },
  plugins: [pluginOas({ generators: [], validate: false }), pluginTs(), pluginClient({ client: 'fetch', bundle: true })],
});
`;

async function command(packageName: string, parameters: readonly string[], binary?: string): Promise<void> {
  const file = binaryOf(packageName, binary);
  const environment = { ...process.env, DO_NOT_TRACK: '1', KUBB_DISABLE_TELEMETRY: '1', CI: 'true' };
  await run(process.execPath, [file, ...parameters], { cwd: root, env: environment, maxBuffer: 1 << 26 });
}

/** File of a package's command. */
function binaryOf(packageName: string, binary: string | undefined): string {
  const manifestFile = join(root, '../../node_modules', packageName, 'package.json');
  const { bin } = require(manifestFile) as { bin: string | Record<string, string> };
  const name = binary ?? packageName.split('/').at(-1) ?? packageName;
  const relative = typeof bin === 'string' ? bin : bin[name];
  if (relative === undefined) throw new Error(`${packageName} has no command ${name}.`);
  return join(dirname(manifestFile), relative);
}
