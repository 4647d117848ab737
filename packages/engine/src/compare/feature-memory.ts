import type { AnalysedPicture } from './analyser.ts';
import type { FeatureCache } from './feature-cache.ts';
import { pictureDigest } from './picture-digest.ts';

/**
 * Analysed pictures in this process's memory, by the digest of the file's bytes; the least recently used go first.
 * One that is larger than the whole bound is not kept. No method throws.
 */
export function createFeatureMemory({ maxBytes }: { readonly maxBytes: number }): FeatureCache {
  // A Map keeps its keys in the order in which they were put in.
  const kept = new Map<string, { readonly picture: AnalysedPicture; readonly bytes: number }>();
  let keptBytes = 0;
  const remove = (key: string): void => {
    keptBytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get: async (task) => {
      const key = pictureDigest(task);
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.picture;
    },
    put: async (task, picture) => {
      const key = pictureDigest(task);
      remove(key);
      const bytes = sizeOf(picture);
      if (bytes > maxBytes) return;
      kept.set(key, { picture, bytes });
      keptBytes += bytes;
      for (const oldest of kept.keys()) {
        if (keptBytes <= maxBytes) return;
        remove(oldest);
      }
    },
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
