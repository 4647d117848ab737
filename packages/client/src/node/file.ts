import { createReadStream } from 'node:fs';
import type { PictureInput } from '../pictures/picture-input.ts';

/** A picture in a file, read when its turn comes: a list of a million pairs costs no memory. */
export function file(path: string | URL): Extract<PictureInput, (signal: AbortSignal) => unknown> {
  return (signal) => createReadStream(path, { signal, highWaterMark: 1_048_576 });
}
