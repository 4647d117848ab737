import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Digests of files, each read once a run. A file that cannot be read has none. */
export interface Digests {
  readonly of: (path: string) => Promise<string | undefined>;
  /** The digest of bytes that have been read anyway. */
  readonly note: (path: string, bytes: Uint8Array) => void;
}

/** Makes an empty collection of digests. */
export function createDigests(): Digests {
  const known = new Map<string, Promise<string | undefined>>();
  const read = async (path: string): Promise<string | undefined> => {
    const bytes = await readFile(path).catch(() => undefined);
    return bytes && digest(bytes);
  };
  return {
    of: (path) => {
      const found = known.get(path) ?? read(path);
      known.set(path, found);
      return found;
    },
    note: (path, bytes) => void known.set(path, Promise.resolve(digest(bytes))),
  };
}

/** SHA-256 as lower-case hex. */
export function digest(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
