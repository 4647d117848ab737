import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logoCopies } from './logo-copies.ts';
import type { LogoCopyName } from './logo-copies.ts';
import { loadLogos } from './logos.ts';
import type { Logo } from './logos.ts';
import { finishSet, isTestCatalogue, picturesFor, preparedSet, purposeOf } from './picture-set.ts';
import type { PictureEntry, PictureSet, Progress, Split } from './picture-set.ts'; // prettier-ignore
import { draw, hashText, seeded } from './seeded.ts';
import { loadTextures } from './textures.ts';
import type { Texture } from './textures.ts';
import { drawTexture, textureViews } from './texture-views.ts';
import type { TextureViewName } from './texture-views.ts';

/** Changes whenever these pictures would: an older cache is not used. */
const setVersion = 'pictures-service-types-1';
/** Copies of each emblem, of all there are. */
const copiesEach = 8;

const splitByName = (id: string): Split => (hashText(id) % 3 === 0 ? 'test' : 'development');
/** Cloth of a furniture model is used like the model, which has it in its renderings. */
const splitOfTexture = ({ id, catalogue }: Texture): Split => {
  if (catalogue === undefined) return splitByName(id);
  return isTestCatalogue(catalogue) ? 'test' : 'development';
};

interface Writer {
  readonly folder: string;
  readonly entries: PictureEntry[];
}

function write({ folder, entries }: Writer, bytes: Buffer, entry: Omit<PictureEntry, 'file'>): void {
  const extension = entry.variant === 'original' ? 'png' : 'jpg';
  const file = `${entry.role}-${String(entries.length).padStart(5, '0')}.${extension}`;
  writeFileSync(path.join(folder, file), bytes);
  entries.push({ file, ...entry });
}

/** Photographs behind an emblem come from the part of the photographs that has the same purpose. */
async function writeLogo(writer: Writer, { id, outline, bytes }: Logo, photographs: PictureSet): Promise<void> {
  const entry = { object: id, kind: outline, split: splitByName(id), role: 'logo' } as const;
  const grounds = picturesFor(photographs, purposeOf(entry)).filter(
    ({ variant, kind }) => variant === 'original' && kind === 'scene',
  );
  const random = seeded(hashText(id));
  const other = async (): Promise<Buffer> => readFileSync(path.join(photographs.folder, draw(grounds, random).file));
  write(writer, bytes, { ...entry, variant: 'original' });
  const names = (Object.keys(logoCopies) as LogoCopyName[]).toSorted((a, b) => hashText(id + a) - hashText(id + b));
  for (const name of names.slice(0, copiesEach))
    write(writer, await logoCopies[name](bytes, { random, other }), { ...entry, variant: name });
}

async function writeTexture(writer: Writer, texture: Texture): Promise<void> {
  const random = seeded(hashText(texture.id));
  const kind = path.basename(texture.id).replace(/[^a-z].*$/i, '');
  const entry = { object: texture.id, kind, split: splitOfTexture(texture), role: 'fabric' } as const;
  for (const view of Object.keys(textureViews) as TextureViewName[])
    write(writer, await drawTexture(texture.bytes, view, random), { ...entry, variant: view });
}

/**
 * Prepares the pictures of the service types that photographs and furniture do not speak for: emblems for trademark
 * search and surfaces for fabric search.
 * @param photographs  the main set, ready: backgrounds of signs are drawn from it.
 * @param cache        folder that keeps packages and pictures between runs.
 */
export async function prepareServiceTypePictures(
  photographs: PictureSet,
  cache: string,
  progress: Progress,
): Promise<PictureSet> {
  const folder = path.join(cache, setVersion);
  const prepared = preparedSet(folder);
  if (prepared !== undefined) return prepared;
  mkdirSync(folder, { recursive: true });
  const [logos, textures] = [await loadLogos(cache), loadTextures(cache)];
  const writer: Writer = { folder, entries: [] };
  for (const [done, logo] of logos.entries()) {
    progress(done, logos.length, 'copies of emblems');
    await writeLogo(writer, logo, photographs);
  }
  for (const [done, texture] of textures.entries()) {
    progress(done, textures.length, 'views of fabrics');
    await writeTexture(writer, texture);
  }
  finishSet(writer);
  return { folder, entries: writer.entries };
}
