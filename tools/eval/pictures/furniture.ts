import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { unpackDebianPackage } from './debian-packages.ts';

/** One model of the furniture catalogues. */
export interface FurnitureModel {
  readonly id: string;
  /** The catalogue it comes from: models of one catalogue share a maker and a style. */
  readonly catalogue: string;
  /** Last word of its name, such as `chair`. */
  readonly kind: string;
  readonly file: string;
}

/** Words at the end of a name that say nothing about the kind. */
const emptyWords = new Set([
  '',
  'unit',
  'zones',
  'seats',
  'panes',
  'places',
  'drawers',
  'doors',
  'set',
  'a',
  'small',
  'big',
  'right',
  'left',
]);

function unzip(archive: string, folder: string): void {
  if (existsSync(path.join(folder, 'PluginFurnitureCatalog.properties'))) return;
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = path.resolve(folder, name);
    if (name.endsWith('/') || !file.startsWith(path.resolve(folder))) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

function kindOf(name: string): string {
  const word =
    name
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .trim()
      .split(' ')
      .at(-1) ?? '';
  return emptyWords.has(word) ? `only ${name}` : word;
}

/** Entries of a catalogue's property file: `name#3=Chair`, `model#3=/folder/chair.obj`. */
function readCatalogue(folder: string, catalogue: string): FurnitureModel[] {
  const entries = new Map<string, { name?: string; model?: string }>();
  for (const line of readFileSync(path.join(folder, 'PluginFurnitureCatalog.properties'), 'latin1').split(/\r?\n/)) {
    const [, key, index = '', value = ''] = /^(name|model)#(\d+)=(.*)$/.exec(line.trim()) ?? [];
    if (key === 'name' || key === 'model') entries.set(index, { ...entries.get(index), [key]: value });
  }
  return [...entries.values()].flatMap(({ name = '', model = '' }) => {
    const file = path.join(folder, model);
    return model.endsWith('.obj') && existsSync(file)
      ? [{ id: `${catalogue}/${model}`, catalogue, kind: kindOf(name), file }]
      : [];
  });
}

/** All furniture models, in a fixed order. */
export function loadFurniture(cache: string): FurnitureModel[] {
  const source = path.join(unpackDebianPackage('sweethome3d-furniture', cache), 'usr/share/sweethome3d/furniture');
  return readdirSync(source)
    .filter((name) => name.endsWith('.sh3f'))
    .toSorted()
    .flatMap((name) => {
      const catalogue = name.replace('.sh3f', '');
      const folder = path.join(cache, 'furniture', catalogue);
      unzip(path.join(source, name), folder);
      return readCatalogue(folder, catalogue);
    });
}
