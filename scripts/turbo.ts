import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Runs turbo with telemetry off, on the Node that `npm ci` installed beside the tools. */
const requiredMajor = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < requiredMajor) {
  console.error(
    `Node ${process.versions.node} runs this script, but the tools need Node ${requiredMajor} or newer.\n` +
      'npm ci installs one for Linux, macOS and Windows; run `npm ci --include=optional`, then call this through `npm run`.',
  );
  process.exit(1);
}
const telemetryOff = {
  TURBO_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
  DO_NOT_TRACK: '1',
};
const result = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, ...telemetryOff },
  shell: process.platform === 'win32',
});
process.exit(result.status ?? 1);
