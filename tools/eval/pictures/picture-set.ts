import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadFurniture } from './furniture.ts';
import type { FurnitureModel } from './furniture.ts';
import { furnitureViews } from './furniture-views.ts';
import type { Backdrop } from './furniture-views.ts';
import { loadObjModel } from './obj-model.ts';
import { loadPhotographs } from './photographs.ts';
import type { Photograph } from './photographs.ts';
import { draw, hashText, seeded } from './seeded.ts';
import { newBackground, transformations } from './transformations.ts';
import type { TransformationName } from './transformations.ts';

/** Development pictures fit the model and its calibration; test pictures only measure. No object or maker is in both. */
export type Split = 'development' | 'test';

/**
 * What a picture is used for. Projections are learned on one part of the development pictures, the fusion and the
 * score are fitted on another: on pictures it has learned from, an embedding looks better than it is.
 */
export type Purpose = 'learn' | 'fit' | 'test';

export interface PictureEntry {
  /** File name below the set's folder. */
  readonly file: string;
  /** What it shows: pictures with the same object show the same thing. */
  readonly object: string;
  readonly kind: string;
  readonly split: Split;
  /** `original`, a transformation's name, `new background`, or a view's name. */
  readonly variant: string;
  readonly role: 'photograph' | 'furniture' | 'logo' | 'fabric' | 'look-alike';
  readonly backdrop?: Backdrop;
  /** The photograph behind an object, the design of a look-alike: two objects of one scene share it. */
  readonly scene?: string;
}

export interface PictureSet {
  readonly folder: string;
  readonly entries: readonly PictureEntry[];
}

const indexOf = (folder: string): string => path.join(folder, 'index.json');

/** The pictures that an earlier run prepared in a folder; `undefined` without a complete set. */
export function preparedSet(folder: string): PictureSet | undefined {
  const index = indexOf(folder);
  if (!existsSync(index)) return undefined;
  return { folder, entries: JSON.parse(readFileSync(index, 'utf8')) as PictureEntry[] };
}

/** Marks a folder as complete by writing the index of its pictures. */
export function finishSet({ folder, entries }: PictureSet): void {
  writeFileSync(indexOf(folder), JSON.stringify(entries));
}

/** Told how far the preparation is. */
export type Progress = (done: number, total: number, what: string) => void;

/** Changes whenever the pictures would: an older cache is not used. */
const setVersion = 'pictures-1';
const transformationsEach = 7;
const backgroundsEach = 2;
/** Catalogues whose furniture is only ever measured. */
const testCatalogues = new Set(['BlendSwap-CC-0', 'KatorLegaz']);

const splitOfPhotograph = ({ name }: Photograph): Split => (hashText(name) % 3 === 0 ? 'test' : 'development');
const splitOfModel = (model: FurnitureModel): Split => (testCatalogues.has(model.catalogue) ? 'test' : 'development');

/** Furniture that the fusion is fitted on. */
const fitCatalogue = 'BlendSwap-CC-BY';

/** Whether furniture of a catalogue, and the cloth on it, is only ever measured. */
export const isTestCatalogue = (catalogue: string): boolean => testCatalogues.has(catalogue);

function isForFitting({ role, object }: Pick<PictureEntry, 'role' | 'object'>): boolean {
  const [name = ''] = object.split('#');
  if (role === 'look-alike') return true;
  if (role === 'photograph') return hashText(name) % 6 === 5;
  if (role === 'logo' || object.startsWith('ufoai-textures/')) return hashText(name) % 2 === 1;
  return object.startsWith(`${fitCatalogue}/`);
}

/** What a picture is used for: all pictures of one object for the same. */
export function purposeOf(entry: Pick<PictureEntry, 'split' | 'role' | 'object'>): Purpose {
  if (entry.split === 'test') return 'test';
  return isForFitting(entry) ? 'fit' : 'learn';
}

/** The pictures of one purpose. */
export function picturesFor(set: PictureSet, purpose: Purpose): PictureEntry[] {
  return set.entries.filter((entry) => purposeOf(entry) === purpose);
}

interface Writer {
  readonly folder: string;
  readonly entries: PictureEntry[];
}

function write(writer: Writer, bytes: Buffer, entry: Omit<PictureEntry, 'file'>): void {
  const file = `${String(writer.entries.length).padStart(5, '0')}.${entry.variant === 'original' ? 'img' : 'jpg'}`;
  writeFileSync(path.join(writer.folder, file), bytes);
  writer.entries.push({ file, ...entry });
}

/** Other pictures used for one photograph's copies come from its own split, so that nothing leaks across. */
async function writePhotograph(writer: Writer, photograph: Photograph, all: readonly Photograph[]): Promise<void> {
  const split = splitOfPhotograph(photograph);
  const peers = all.filter((other) => other.name !== photograph.name && splitOfPhotograph(other) === split);
  const scenes = peers.filter(({ cutOut }) => !cutOut);
  const random = seeded(hashText(photograph.name));
  const common = { object: photograph.id, kind: photograph.kind, split, role: 'photograph' as const };
  write(writer, photograph.bytes, { ...common, variant: 'original' });
  const names = (Object.keys(transformations) as TransformationName[]).toSorted(
    (a, b) => hashText(photograph.name + a) - hashText(photograph.name + b),
  );
  for (const name of names.slice(0, transformationsEach)) {
    const context = { random, other: async () => draw(peers, random).bytes };
    write(writer, await transformations[name](photograph.bytes, context), { ...common, variant: name });
  }
  for (let index = 0; photograph.cutOut && index < backgroundsEach; index += 1) {
    const context = { random, other: async () => draw(scenes, random).bytes };
    write(writer, await newBackground(photograph.bytes, context), { ...common, variant: 'new background' });
  }
}

async function writeFurniture(writer: Writer, model: FurnitureModel, all: readonly Photograph[]): Promise<void> {
  const split = splitOfModel(model);
  const scenes = all.filter((photograph) => !photograph.cutOut && splitOfPhotograph(photograph) === split);
  const pictures = scenes.map(({ bytes }) => bytes);
  const views = await furnitureViews(await loadObjModel(model.file), seeded(hashText(model.id)), pictures);
  for (const [index, { backdrop, bytes, scene: behind }] of views.entries()) {
    const entry = {
      object: model.id,
      kind: model.kind,
      split,
      role: 'furniture',
      variant: `view ${index + 1}`,
      backdrop,
    } as const;
    const scene = behind === undefined ? undefined : scenes[behind]?.id;
    write(writer, bytes, scene === undefined ? entry : { ...entry, scene });
  }
}

/**
 * Prepares every picture of calibration and evaluation, or finds them prepared.
 * @param cache     folder that keeps packages and pictures between runs; about 1.5 GB.
 */
export async function preparePictureSet(cache: string, progress: Progress): Promise<PictureSet> {
  const folder = path.join(cache, setVersion);
  const prepared = preparedSet(folder);
  if (prepared !== undefined) return prepared;
  mkdirSync(folder, { recursive: true });
  const photographs = await loadPhotographs(cache);
  const models = loadFurniture(cache);
  const total = photographs.length + models.length;
  const writer: Writer = { folder, entries: [] };
  for (const [done, photograph] of photographs.entries()) {
    progress(done, total, 'copies of photographs');
    await writePhotograph(writer, photograph, photographs);
  }
  for (const [done, model] of models.entries()) {
    progress(photographs.length + done, total, 'views of furniture');
    await writeFurniture(writer, model, photographs).catch(() => undefined);
  }
  finishSet(writer);
  return { folder, entries: writer.entries };
}
