import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { unpackDebianPackage } from './debian-packages.ts';
import type { DebianPackage } from './debian-packages.ts';

/** A base picture of the evaluation: at most 800 px a side, PNG when it has transparency, else JPEG. */
export interface Photograph {
  /** Unique. */
  readonly id: string;
  /** Package and file name; some wallpapers share one, so it decides the split but not the object. */
  readonly name: string;
  readonly source: DebianPackage;
  /** For stamps the folder, such as `animals/birds`: pictures of one kind. */
  readonly kind: string;
  readonly cutOut: boolean;
  readonly bytes: Buffer;
}

const photographPackages: readonly DebianPackage[] = [
  'tuxpaint-stamps-default',
  'gnome-backgrounds',
  'mate-backgrounds',
  'plasma-workspace-wallpapers',
  'ukui-wallpapers',
  'lomiri-wallpapers-16.04',
  'lomiri-wallpapers-20.04',
  'opencv-doc',
];
const pictureName = /\.(jpe?g|png|webp)$/i;
/** Drawings, letters, mirrored doubles, screenshots, masks and calibration targets are left out. */
const unwanted =
  /cartoon|symbols|alphabets|_mirror|_flip|pattern|clipart|vertical|screenshot|1080x|720x|360x|\/html\/|left\d|right\d|mask|gt_|chess|notes|licenseplate|pca_|sudoku/;
const longestSide = 800;
const shortestSide = 120;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => pictureName.test(file) && !unwanted.test(file))
    .toSorted();
}

function kindOf(file: string): string {
  const stamp = file.split('/stamps/')[1];
  return stamp === undefined ? 'scene' : stamp.split('/').slice(0, 2).join('/');
}

/** A coarse signature: doubles within and between packages are dropped. */
async function signature(bytes: Buffer): Promise<string> {
  const grey = await sharp(bytes)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(12, 12, { fit: 'fill' })
    .raw()
    .toBuffer();
  return Array.from(grey, (value) => value >> 5).join(',');
}

async function load(file: string, source: DebianPackage): Promise<Photograph | undefined> {
  if (source !== 'tuxpaint-stamps-default' && statSync(file).size < 60_000 && source !== 'opencv-doc') return undefined;
  const { width, height, hasAlpha } = await sharp(file).metadata();
  if (Math.min(width, height) < shortestSide) return undefined;
  const small = sharp(file).resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
  const bytes = await (hasAlpha ? small.png({ compressionLevel: 3 }) : small.jpeg({ quality: 92 })).toBuffer();
  const name = `${source}/${path.basename(file)}`;
  return { id: name, name, source, kind: kindOf(file), cutOut: hasAlpha, bytes };
}

/** All base photographs, in a fixed order. */
export async function loadPhotographs(cache: string): Promise<Photograph[]> {
  const photographs: Photograph[] = [];
  const seen = new Set<string>();
  for (const source of photographPackages) {
    for (const file of filesBelow(unpackDebianPackage(source, cache))) {
      const photograph = await load(file, source).catch(() => undefined);
      if (photograph === undefined) continue;
      const key = await signature(photograph.bytes);
      if (seen.has(key)) continue;
      seen.add(key);
      const namesakes = photographs.filter(({ name }) => name === photograph.name).length;
      photographs.push(namesakes === 0 ? photograph : { ...photograph, id: `${photograph.name}#${namesakes + 1}` });
    }
  }
  return photographs;
}
