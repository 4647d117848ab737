import type { LoadProgress } from './messages.ts';

/** A file to load and its size. */
export interface SizedFile {
  readonly url: string;
  /** Uncompressed size; the length of a compressed answer differs. */
  readonly bytes: number;
}

/** A file could not be loaded; loading may be retried. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** Loads files in parallel and reports their common progress. */
export async function loadFiles(
  files: readonly SizedFile[],
  onProgress: (progress: LoadProgress) => void,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const onChunk = (length: number): void => {
    loadedBytes = Math.min(totalBytes, loadedBytes + length);
    onProgress({ loadedBytes, totalBytes });
  };
  onProgress({ loadedBytes, totalBytes });
  return Promise.all(files.map((file) => loadFile(file, onChunk)));
}

async function loadFile({ url }: SizedFile, onChunk: (length: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new LoadError(error instanceof Error ? error.message : String(error));
  });
  if (!response.ok || response.body === null) throw new LoadError(`${url.split('/').at(-1)}: HTTP ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      onChunk(part.value.length);
    }
  } catch (error) {
    throw new LoadError(error instanceof Error ? error.message : String(error));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
