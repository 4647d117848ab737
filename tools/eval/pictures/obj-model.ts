import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** A decoded texture: interleaved RGBA bytes. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Material {
  /** Linear factors, 0…1. */
  readonly colour: readonly [number, number, number];
  readonly specular: number;
  readonly shininess: number;
  readonly opacity: number;
  readonly texture?: Texture;
}

/** A triangle soup: nine positions, nine normals and six texture coordinates a triangle. */
export interface ObjModel {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly textureCoordinates: Float32Array;
  /** Material of each triangle. */
  readonly materialOf: Int32Array;
  readonly materials: readonly Material[];
}

const plain: Material = { colour: [0.8, 0.8, 0.8], specular: 0.1, shininess: 10, opacity: 1 };

async function loadTexture(file: string): Promise<Texture | undefined> {
  try {
    const { data, info } = await sharp(file)
      .resize(512, 512, { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch {
    return undefined;
  }
}

/** Reads the parts of an MTL file that matter here: Kd, Ks, Ns, d, map_Kd. */
async function loadMaterials(file: string): Promise<Map<string, Material>> {
  const materials = new Map<string, Material>();
  let name = '';
  for (const line of (await readFile(file, 'latin1').catch(() => '')).split(/\r?\n/)) {
    const [keyword = '', ...rest] = line.trim().split(/\s+/);
    const numbers = rest.map(Number);
    if (keyword === 'newmtl') materials.set((name = rest.join(' ')), plain);
    const material = materials.get(name);
    if (material === undefined) continue;
    if (keyword === 'Kd')
      materials.set(name, { ...material, colour: [numbers[0] ?? 0.8, numbers[1] ?? 0.8, numbers[2] ?? 0.8] });
    if (keyword === 'Ks')
      materials.set(name, { ...material, specular: Math.max(...numbers.filter((value) => value >= 0), 0) });
    if (keyword === 'Ns') materials.set(name, { ...material, shininess: Math.max(1, numbers[0] ?? 1) });
    if (keyword === 'd') materials.set(name, { ...material, opacity: numbers[0] ?? 1 });
    if (keyword === 'map_Kd') {
      const texture = await loadTexture(path.join(path.dirname(file), rest.at(-1) ?? ''));
      if (texture !== undefined) materials.set(name, { ...material, texture });
    }
  }
  return materials;
}

interface Corner {
  readonly position: number;
  readonly texture: number;
  readonly normal: number;
}

function parseCorner(text: string, counts: { v: number; vt: number; vn: number }): Corner {
  const [v = '', vt = '', vn = ''] = text.split('/');
  const index = (value: string, count: number): number =>
    value === '' ? -1 : Number(value) < 0 ? count + Number(value) : Number(value) - 1;
  return { position: index(v, counts.v), texture: index(vt, counts.vt), normal: index(vn, counts.vn) };
}

/** Normal of a face without normals: the cross product of its sides. */
function faceNormal(vertices: readonly number[], corners: readonly Corner[]): [number, number, number] {
  const at = (corner: Corner | undefined, axis: number): number => vertices[3 * (corner?.position ?? 0) + axis] ?? 0;
  const side = (to: number): number[] => [0, 1, 2].map((axis) => at(corners[to], axis) - at(corners[0], axis));
  const [ux = 0, uy = 0, uz = 0] = side(1);
  const [vx = 0, vy = 0, vz = 0] = side(2);
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}

/** What has been read of a model so far. */
interface Draft {
  readonly v: number[];
  readonly vt: number[];
  readonly vn: number[];
  readonly positions: number[];
  readonly normals: number[];
  readonly textureCoordinates: number[];
  readonly materialOf: number[];
  readonly used: Material[];
  readonly indexOf: Map<string, number>;
  library: Map<string, Material>;
  current: number;
}

function addCorner(draft: Draft, { position, texture, normal }: Corner, flat: readonly [number, number, number]): void {
  const { v, vt, vn } = draft;
  draft.positions.push(v[3 * position] ?? 0, v[3 * position + 1] ?? 0, v[3 * position + 2] ?? 0);
  draft.textureCoordinates.push(vt[2 * texture] ?? 0, vt[2 * texture + 1] ?? 0);
  if (normal >= 0) draft.normals.push(vn[3 * normal] ?? 0, vn[3 * normal + 1] ?? 0, vn[3 * normal + 2] ?? 1);
  else draft.normals.push(...flat);
}

function addFace(draft: Draft, words: readonly string[]): void {
  const counts = { v: draft.v.length / 3, vt: draft.vt.length / 2, vn: draft.vn.length / 3 };
  const corners = words.map((text) => parseCorner(text, counts));
  const flat = faceNormal(draft.v, corners);
  const [first] = corners;
  for (let index = 2; index < corners.length; index += 1) {
    const [before, last] = [corners[index - 1], corners[index]];
    if (first === undefined || before === undefined || last === undefined) return;
    for (const corner of [first, before, last]) addCorner(draft, corner, flat);
    draft.materialOf.push(draft.current);
  }
}

function useMaterial(draft: Draft, name: string): void {
  if (!draft.indexOf.has(name)) draft.indexOf.set(name, draft.used.push(draft.library.get(name) ?? plain) - 1);
  draft.current = draft.indexOf.get(name) ?? 0;
}

async function addLine(draft: Draft, line: string, folder: string): Promise<void> {
  const [keyword = '', ...rest] = line.trim().split(/\s+/);
  const numbers = (): [number, number, number] => [Number(rest[0]), Number(rest[1]), Number(rest[2])];
  if (keyword === 'v') draft.v.push(...numbers());
  else if (keyword === 'vt') draft.vt.push(Number(rest[0]), Number(rest[1]));
  else if (keyword === 'vn') draft.vn.push(...numbers());
  else if (keyword === 'mtllib') draft.library = await loadMaterials(path.join(folder, rest.join(' ')));
  else if (keyword === 'usemtl') useMaterial(draft, rest.join(' '));
  else if (keyword === 'f') addFace(draft, rest);
}

/** Reads a Wavefront OBJ file with its materials; polygons become fans of triangles. */
export async function loadObjModel(file: string): Promise<ObjModel> {
  const lists = { v: [], vt: [], vn: [], positions: [], normals: [], textureCoordinates: [], materialOf: [] };
  const draft: Draft = { ...lists, used: [plain], indexOf: new Map(), library: new Map(), current: 0 };
  for (const line of (await readFile(file, 'latin1')).split(/\r?\n/)) await addLine(draft, line, path.dirname(file));
  return {
    positions: Float32Array.from(draft.positions),
    normals: Float32Array.from(draft.normals),
    textureCoordinates: Float32Array.from(draft.textureCoordinates),
    materialOf: Int32Array.from(draft.materialOf),
    materials: draft.used,
  };
}
