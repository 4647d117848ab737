import type { LoadProgress } from './messages.ts';

/** A file to load, and how long it is. */
export interface SizedFile {
  readonly url: string;
  /** Uncompressed; what a server says of a compressed answer is another number. */
  readonly bytes: number;
}

/** Thrown when a file cannot be had; may be tried again. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** Loads files side by side and says how far they are together. */
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
