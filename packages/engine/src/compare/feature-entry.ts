import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { AnalysedPicture } from './analyser.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import type { Raster } from '../raster.ts';

/** Marks an entry and its form. */
const magic = Buffer.from('SMBF1\n', 'latin1');
const digestBytes = 32;

/** An analysed picture as bytes that say whose they are: mark, name (SHA-256), digest of the content, content. */
export function toEntry(name: string, picture: AnalysedPicture): Buffer {
  const content = serialize(picture);
  return Buffer.concat([magic, sha256(name), sha256(content), content]);
}

/**
 * The picture of an entry; `undefined` for one that is damaged, of another picture or version, or of a form that no analysis has. It never
 * throws: whoever else writes to a shared store must not be able to fail a comparison.
 */
export function fromEntry(name: string, entry: Buffer): AnalysedPicture | undefined {
  const [owner, digest, start] = [magic.length, magic.length + digestBytes, magic.length + 2 * digestBytes];
  if (entry.length <= start || !entry.subarray(0, owner).equals(magic)) return undefined;
  const content = entry.subarray(start);
  if (!sha256(name).equals(entry.subarray(owner, digest))) return undefined;
  if (!sha256(content).equals(entry.subarray(digest, start))) return undefined;
  try {
    const value: unknown = deserialize(content);
    return isAnalysed(value) ? value : undefined;
  } catch {
    // Of a newer runtime, perhaps.
    return undefined;
  }
}

function sha256(content: Uint8Array | string): Buffer {
  return createHash('sha256').update(content).digest();
}

function isAnalysed(value: unknown): value is AnalysedPicture {
  if (!isObject<AnalysedPicture>(value) || !Array.isArray(value.views) || value.views.length === 0) return false;
  const hasFacts = typeof value.isEmpty === 'boolean' && typeof value.isDefaultImageOnly === 'boolean';
  return hasFacts && Number.isInteger(value.frameCount) && value.views.every(isView);
}

function isView(view: unknown): boolean {
  if (!isObject<AnalysedPicture['views'][0]>(view) || !Number.isInteger(view.frame)) return false;
  return isRaster(view.raster) && isFeatures(view.features);
}

function isRaster(raster: unknown): boolean {
  if (!isObject<Raster>(raster) || !(raster.data instanceof Uint8Array)) return false;
  const { width = 0, height = 0, data } = raster;
  return data.length > 0 && data.length === width * height * 3;
}

function isFeatures(features: unknown): boolean {
  if (!isObject<FeatureSet & { readonly embedding: unknown; readonly builtIn: unknown }>(features)) return false;
  if ('builtIn' in features) return areFinite(features.embedding) && isFeatures(features.builtIn);
  const { embeddings, windows, lab, local, traits, width, height, typicality } = features;
  if (!isObject<FeatureSet['embeddings']>(embeddings) || !isObject<FeatureSet['local']>(local)) return false;
  const vectors = [embeddings.block6, embeddings.block13, embeddings.block16, windows, lab, local.x, local.y];
  const numbers = isObject<FeatureSet['traits']>(traits)
    ? [traits.contrast, traits.colours, traits.barShare]
    : [Number.NaN];
  return (
    [...vectors, local.angle, local.scale].every(areFinite) &&
    local.descriptors instanceof Uint32Array &&
    [width, height, typicality, ...numbers].every(Number.isFinite)
  );
}

function areFinite(vector: unknown): boolean {
  return vector instanceof Float32Array && vector.every(Number.isFinite);
}

function isObject<Shape>(value: unknown): value is Partial<Shape> {
  return typeof value === 'object' && value !== null;
}
