import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PictureSource } from '../pictures/picture-input.ts';

/** A picture in a file, read when its comparison is due, so that a list of a million pairs costs no memory. */
export function file(path: string | URL): PictureSource {
  const open: PictureSource = (signal) => createReadStream(path, { signal, highWaterMark: 1_048_576 });
  return Object.assign(open, { path: path instanceof URL ? fileURLToPath(path) : path });
}
