import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Digests of files, each read once per run. An unreadable file has none. */
export interface Digests {
  readonly of: (path: string) => Promise<string | undefined>;
  /** Stores the digest of a file that has been read already. */
  readonly note: (path: string, bytes: Uint8Array) => void;
}

/** Makes an empty collection of digests. @param read  reads a file; `undefined` when it is unreadable. */
export function createDigests(read: (path: string) => Promise<Uint8Array | undefined> = readWhole): Digests {
  const known = new Map<string, Promise<string | undefined>>();
  const digestOf = async (path: string): Promise<string | undefined> => {
    const bytes = await read(path);
    return bytes && digest(bytes);
  };
  return {
    of: (path) => {
      const found = known.get(path) ?? digestOf(path);
      known.set(path, found);
      return found;
    },
    note: (path, bytes) => void known.set(path, Promise.resolve(digest(bytes))),
  };
}

function readWhole(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}

/** SHA-256 as lower-case hex. */
export function digest(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
