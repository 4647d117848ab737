import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Typefaces that look-alikes are set in. */
const typefacePackages = [
  { name: 'fonts-dejavu-core', holds: 'typefaces', licence: 'Bitstream Vera' },
  { name: 'fonts-liberation', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-lato', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-open-sans', holds: 'typefaces', licence: 'Apache-2.0' },
  { name: 'fonts-ebgaramond', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-inconsolata', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-hack', holds: 'typefaces', licence: 'MIT and Bitstream Vera' },
  { name: 'fonts-cantarell', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-lobster', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-dancingscript', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-isabella', holds: 'typefaces', licence: 'LGPL-2.1+' },
  { name: 'fonts-breip', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-comfortaa', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-quicksand', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-gfs-didot', holds: 'typefaces', licence: 'OFL-1.1' },
  { name: 'fonts-ocr-b', holds: 'typefaces', licence: 'public domain' },
  { name: 'fonts-wqy-microhei', holds: 'Chinese typefaces', licence: 'Apache-2.0 or GPL-3+' },
] as const;

/** Packages with pictures and models, with their licences as their copyright files state them. */
export const debianPackages = [
  {
    name: 'tuxpaint-stamps-default',
    holds: 'photographs of animals, food, plants, vehicles, many cut out',
    licence: 'GPL-2+ and public domain',
  },
  { name: 'gnome-backgrounds', holds: 'photographs and drawings', licence: 'CC-BY-SA 3.0 and others' },
  { name: 'mate-backgrounds', holds: 'photographs', licence: 'GPL-2+ and CC-BY-SA' },
  { name: 'plasma-workspace-wallpapers', holds: 'photographs and drawings', licence: 'CC-BY-SA 4.0 and LGPL-3' },
  { name: 'ukui-wallpapers', holds: 'photographs', licence: 'CC-BY-SA 3.0+' },
  { name: 'lomiri-wallpapers-16.04', holds: 'photographs', licence: 'CC-BY-SA 3.0' },
  { name: 'lomiri-wallpapers-20.04', holds: 'photographs', licence: 'CC-BY-SA 4.0' },
  { name: 'opencv-doc', holds: 'sample photographs', licence: 'Apache-2.0' },
  {
    name: 'sweethome3d-furniture',
    holds: '820 textured models of household things, rendered here',
    licence: 'CC0, CC-BY 3.0',
  },
  { name: 'papirus-icon-theme', holds: 'emblems of programs, drawn in one style', licence: 'GPL-3 and LGPL-3' },
  {
    name: 'ufoai-textures',
    holds: 'photographic surfaces: carpets, cloth, wallpaper, wood, stone, brick, plants',
    licence: 'GPL-2+, GPL-3+, CC-BY 3.0, CC-BY-SA 3.0, MIT and public domain, by file',
  },
  { name: 'python-sklearn-doc', holds: 'plots of one script, many times', licence: 'BSD-3-Clause' },
  { name: 'python-statsmodels-doc', holds: 'plots of one notebook, many times', licence: 'BSD-3-Clause' },
  { name: 'gimp-help-en', holds: 'dialogs and tool windows of one program', licence: 'GFDL-1.3 or GPL-3+' },
  { name: 'gnucash-docs', holds: 'windows of one program', licence: 'GFDL-1.1+ and GPL-2+' },
  { name: 'gnumeric-doc', holds: 'function plots and dialogs of one program', licence: 'GFDL-1.1+ and GPL-2+' },
  { name: 'iso-flags-png-320x240', holds: 'flags', licence: 'public domain' },
  { name: 'aisleriot', holds: 'a deck of playing cards', licence: 'GPL-3+' },
  ...typefacePackages,
] as const;

export type DebianPackage = (typeof debianPackages)[number]['name'];

function run(command: string, parameters: readonly string[], folder: string): void {
  const result = spawnSync(command, parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (result.error !== undefined || result.status !== 0) {
    throw new Error(
      `"${command} ${parameters.join(' ')}" failed: ${result.error?.message ?? result.stderr.trim()}\n` +
        'The evaluation takes its pictures from Debian packages: it needs apt-get and dpkg-deb (Debian or Ubuntu, after "apt-get update").',
    );
  }
}

/**
 * Downloads a package once and unpacks it, without installing it.
 * @param cache  folder that keeps downloads between runs.
 * @returns      the folder of the unpacked files.
 */
export function unpackDebianPackage(name: DebianPackage, cache: string): string {
  const folder = path.join(cache, 'packages', name);
  if (existsSync(path.join(folder, 'usr'))) return folder;
  const downloads = path.join(cache, 'downloads');
  mkdirSync(downloads, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const find = (): string | undefined =>
    readdirSync(downloads).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  if (find() === undefined) run('apt-get', ['download', name], downloads);
  run('dpkg-deb', ['-x', path.join(downloads, find() ?? ''), folder], cache);
  return folder;
}
