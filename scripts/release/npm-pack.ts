import { execFileSync } from 'node:child_process';
import process from 'node:process';

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function npmPack(folder: string, parameters: readonly string[]): PackReport {
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [report] = JSON.parse(output) as readonly PackReport[];
  if (report === undefined) throw new Error(`npm pack reported nothing for ${folder}`);
  return report;
}

/** The files that npm would pack of a folder, relative to it. */
export function packedFiles(folder: string): readonly string[] {
  return npmPack(folder, ['--dry-run']).files.map(({ path }) => path);
}

/** Packs a folder into `destination`; gives the tarball's file name. */
export function packFolder(folder: string, destination: string): string {
  return npmPack(folder, ['--pack-destination', destination]).filename;
}
