import type { AnalysedPicture } from './analyser.ts';
import type { FeatureCache } from './feature-cache.ts';
import { createLastUsed } from './last-used.ts';
import { pictureDigest } from './picture-digest.ts';

/**
 * Analysed pictures in this process's memory, by the digest of the file's bytes; the least recently used go first.
 * One that is larger than the whole bound is not kept. No method throws.
 */
export function createFeatureMemory({ maxBytes }: { readonly maxBytes: number }): FeatureCache {
  const kept = createLastUsed<AnalysedPicture>({ most: maxBytes, sizeOf: (picture) => sizeOf(picture) });
  return {
    get: async (task) => kept.get(pictureDigest(task)),
    put: async (task, picture) => kept.put(pictureDigest(task), picture),
  };
}

/** What an object and the name of a property take, roughly: numbers that the arrays outweigh by far. */
const valueBytes = 16;

/** Bytes of plain values and typed arrays; memory counts whole, even where only a part of it is seen, and once, however many arrays are in it. */
function sizeOf(value: unknown, counted = new Set<ArrayBufferLike>()): number {
  if (ArrayBuffer.isView(value)) {
    const isNew = counted.size !== counted.add(value.buffer).size;
    return isNew ? value.buffer.byteLength : valueBytes;
  }
  if (typeof value !== 'object' || value === null) return valueBytes;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part, counted), valueBytes);
}
