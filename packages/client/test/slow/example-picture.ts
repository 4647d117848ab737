import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a picture of the examples is. */
export function examplePath(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', '..', 'examples', name);
}

/** A picture of the examples. */
export function examplePicture(name: string): Buffer<ArrayBuffer> {
  return readFileSync(examplePath(name));
}
