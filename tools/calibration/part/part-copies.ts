import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { loadPhotographs } from '../../eval/pictures/photographs.ts';
import type { Photograph } from '../../eval/pictures/photographs.ts';
import { finishSet, picturesFor, preparedSet } from '../../eval/pictures/picture-set.ts';
import type { PictureEntry, PictureSet, Progress } from '../../eval/pictures/picture-set.ts';
import { draw, hashText, seeded } from '../../eval/pictures/seeded.ts';
import type { Random } from '../../eval/pictures/seeded.ts';
import { newBackground, transformations } from '../../eval/pictures/transformations.ts';
import type { Transformation, TransformationName } from '../../eval/pictures/transformations.ts';

/** Changes whenever these pictures would: an older cache is not used. */
const setVersion = 'pictures-part-copies-1';
/** Makes other copies of the same photographs than the ones that the fusion was fitted to. */
const seedOfCopies = ' copies with parts';

/** Grounds of one colour that a cut-out may stand on. */
const plainColours = ['#000000', '#f3ead8', '#1f4e79', '#8a8a8a', '#c9302c', '#cfe8cf', '#2b2b33'] as const;

async function onPlainGround(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const margin = (of: number): number => Math.round(of * (0.05 + 0.25 * random()));
  const [background, across, down] = [draw(plainColours, random), margin(width), margin(height)];
  return sharp(
    await sharp(picture).extend({ left: across, right: across, top: down, bottom: down, background }).png().toBuffer(),
  )
    .flatten({ background })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A thing much smaller than its new background, which is shown at one size in all pictures. */
const smallBeforeOther: Transformation = async (picture, { random, other }) => {
  const [width, height] = [560, 420];
  const share = 0.35 + 0.4 * random();
  const thing = await sharp(picture)
    .resize(Math.round(width * share), Math.round(height * share), { fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((width - thing.info.width) * random());
  const top = Math.floor((height - thing.info.height) * random());
  const ground = sharp(await other())
    .flatten({ background: '#ffffff' })
    .resize(width, height, { fit: 'cover' });
  return ground
    .composite([{ input: thing.data, left, top }])
    .jpeg({ quality: 85 })
    .toBuffer();
};

/** How many copies of each sort are made of each photograph; of cut-outs only where it says so. */
const sorts: readonly {
  readonly variant: string;
  readonly make: Transformation;
  readonly count: number;
  readonly ofCutOuts?: true;
}[] = [
  { variant: 'new background', make: newBackground, count: 3, ofCutOuts: true },
  { variant: 'small before other', make: smallBeforeOther, count: 2, ofCutOuts: true },
  { variant: 'plain ground', make: (picture, { random }) => onPlainGround(picture, random), count: 1, ofCutOuts: true },
  { variant: 'picture in picture', make: transformations['picture in picture'], count: 2 },
  { variant: 'collage', make: transformations.collage, count: 1 },
];
/** Ordinary copies of each: seconds of different pairs. */
const ordinaryEach = 2;
const composites: ReadonlySet<string> = new Set(sorts.map(({ variant }) => variant));

/** Whether a picture shows a part of another one, or shares one with it. */
export const isComposite = ({ variant }: Pick<PictureEntry, 'variant'>): boolean => composites.has(variant);

interface Writer {
  readonly folder: string;
  readonly entries: PictureEntry[];
}

function write({ folder, entries }: Writer, bytes: Buffer, entry: Omit<PictureEntry, 'file'>): void {
  const file = `part-${String(entries.length).padStart(5, '0')}.${entry.variant === 'original' ? 'img' : 'jpg'}`;
  writeFileSync(path.join(folder, file), bytes);
  entries.push({ file, ...entry });
}

async function writeCopies(writer: Writer, photograph: Photograph, all: readonly Photograph[]): Promise<void> {
  const { id, name, kind, cutOut, bytes } = photograph;
  const others = all.filter((other) => other.name !== name);
  const grounds = others.filter((other) => !other.cutOut);
  const random = seeded(hashText(name + seedOfCopies));
  const entry = { object: id, kind, split: 'development', role: 'photograph' } as const;
  write(writer, bytes, { ...entry, variant: 'original' });
  for (const { variant, make, count, ofCutOuts } of sorts) {
    const from = ofCutOuts === true ? grounds : others;
    const context = { random, other: async () => draw(from, random).bytes };
    for (let at = 0; at < (ofCutOuts === true && !cutOut ? 0 : count); at += 1)
      write(writer, await make(bytes, context), { ...entry, variant });
  }
  const names = (Object.keys(transformations) as TransformationName[]).filter((of) => !composites.has(of));
  for (let at = 0; at < ordinaryEach; at += 1) {
    const variant = draw(names, random);
    const context = { random, other: async () => draw(others, random).bytes };
    write(writer, await transformations[variant](bytes, context), { ...entry, variant });
  }
}

/**
 * Makes copies that hold a photograph as a part, anew, of the photographs that learn and fit: what the search for parts
 * is fitted to. No photograph that measures takes part, not even as a ground.
 * @param main   the main set, ready: says which photographs those are.
 * @param cache  folder that keeps packages and pictures between runs.
 */
export async function preparePartCopies(main: PictureSet, cache: string, progress: Progress): Promise<PictureSet> {
  const folder = path.join(cache, setVersion);
  const prepared = preparedSet(folder);
  if (prepared !== undefined) return prepared;
  mkdirSync(folder, { recursive: true });
  const used = new Set([...picturesFor(main, 'learn'), ...picturesFor(main, 'fit')].map(({ object }) => object));
  const photographs = (await loadPhotographs(cache)).filter(({ id }) => used.has(id));
  const writer: Writer = { folder, entries: [] };
  for (const [done, photograph] of photographs.entries()) {
    progress(done, photographs.length, 'copies with parts');
    await writeCopies(writer, photograph, photographs);
  }
  finishSet(writer);
  return { folder, entries: writer.entries };
}
