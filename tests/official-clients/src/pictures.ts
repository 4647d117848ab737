import { readFileSync } from 'node:fs';
import path from 'node:path';

const examples = path.resolve(import.meta.dirname, '../../../examples');

/** Bytes of one of the rendered examples. */
export function picture(name: string): Buffer {
  return readFileSync(path.join(examples, name));
}
