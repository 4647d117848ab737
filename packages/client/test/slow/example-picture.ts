import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of an example picture. */
export function examplePath(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', '..', 'examples', name);
}

/** Bytes of an example picture. */
export function examplePicture(name: string): Buffer<ArrayBuffer> {
  return readFileSync(examplePath(name));
}
