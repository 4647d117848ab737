import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { unpackDebianPackage } from '../pictures/debian-packages.ts';
import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';

/** Typefaces by the Debian package that holds them. */
const packages = {
  'fonts-dejavu-core': ['DejaVu Sans', 'DejaVu Serif'],
  'fonts-liberation': ['Liberation Sans', 'Liberation Serif', 'Liberation Mono'],
  'fonts-lato': ['Lato'],
  'fonts-open-sans': ['Open Sans'],
  'fonts-ebgaramond': ['EB Garamond'],
  'fonts-inconsolata': ['Inconsolata'],
  'fonts-hack': ['Hack'],
  'fonts-cantarell': ['Cantarell'],
  'fonts-lobster': ['Lobster'],
  'fonts-dancingscript': ['Dancing Script'],
  'fonts-isabella': ['Isabella'],
  'fonts-breip': ['Breip'],
  'fonts-comfortaa': ['Comfortaa'],
  'fonts-quicksand': ['Quicksand'],
  'fonts-gfs-didot': ['GFS Didot'],
  'fonts-ocr-b': ['OCRB'],
  'fonts-wqy-microhei': ['WenQuanYi Micro Hei'],
} as const;

const styles = {
  sans: ['DejaVu Sans', 'Liberation Sans', 'Lato', 'Open Sans', 'Cantarell', 'Quicksand'],
  serif: ['DejaVu Serif', 'Liberation Serif', 'EB Garamond', 'GFS Didot'],
  mono: ['Liberation Mono', 'Inconsolata', 'Hack', 'OCRB'],
  display: ['Lato', 'Lobster', 'Comfortaa', 'GFS Didot', 'Quicksand', 'Open Sans'],
  script: ['Dancing Script', 'Breip', 'Isabella'],
  chinese: ['WenQuanYi Micro Hei'],
} as const;

export type Style = keyof typeof styles;

/** A typeface of a style, by name. */
export const typeface = (style: Style, random: Random): string => draw(styles[style], random);

/**
 * Makes the typefaces known to everything that draws text in this process. Has to run before the first text is drawn:
 * the list is read once.
 */
export function useTypefaces(cache: string): void {
  const folders = (Object.keys(packages) as (keyof typeof packages)[]).map((name) => unpackDebianPackage(name, cache));
  const folder = path.join(cache, 'typefaces');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'fonts.conf');
  const directories = folders.map((place) => `<dir>${place}</dir>`).join('\n');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${directories}\n<cachedir>${folder}</cachedir>\n</fontconfig>\n`,
  );
  process.env['FONTCONFIG_FILE'] = file;
}
