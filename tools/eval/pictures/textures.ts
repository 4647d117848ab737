import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { unpackDebianPackage } from './debian-packages.ts';
import { loadFurniture } from './furniture.ts';
import { texturesOfFurniture, texturesOfGame } from './texture-files.ts';

/** A surface that fills its picture: carpet, cloth, wallpaper, wood, stone. */
export interface Texture {
  /** Unique; a furniture model's starts with its catalogue. */
  readonly id: string;
  /** The catalogue of the model it covers; none for a surface of its own package. */
  readonly catalogue?: string;
  readonly bytes: Buffer;
}

const names = (list: string): string[] => list.split(/\s+/);

function gameTextures(cache: string): Texture[] {
  const archive = path.join(unpackDebianPackage('ufoai-textures', cache), 'usr/share/games/ufoai/base/0textures.pk3');
  const wanted = Object.entries(texturesOfGame).flatMap(([folder, files]) =>
    names(files).map((name) => `textures/${folder}/${name}`),
  );
  const files = unzipSync(readFileSync(archive), { filter: ({ name }) => wanted.includes(name) });
  return wanted.flatMap((name) => {
    const bytes = files[name];
    return bytes === undefined ? [] : [{ id: `ufoai-textures/${name}`, bytes: Buffer.from(bytes) }];
  });
}

function furnitureTextures(cache: string): Texture[] {
  loadFurniture(cache);
  return Object.entries(texturesOfFurniture).flatMap(([catalogue, files]) =>
    names(files).map((name) => ({
      id: `${catalogue}/${name}`,
      catalogue,
      bytes: readFileSync(path.join(cache, 'furniture', catalogue, catalogue.toLowerCase(), name)),
    })),
  );
}

/** All surfaces, in a fixed order. */
export function loadTextures(cache: string): Texture[] {
  return [...gameTextures(cache), ...furnitureTextures(cache)];
}
