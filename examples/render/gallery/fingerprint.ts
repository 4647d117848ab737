import { createHash } from 'node:crypto';
import { KIND_NAMES } from '../kinds/catalogue.ts';
import { renderObject } from '../render-object.ts';

const SIZE = { width: 48, height: 36, samples: 2 } as const;

/** A hash of every kind rendered very small: changes exactly when the renderer's output does. */
export function fingerprint(): Readonly<Record<string, string>> {
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, hashOf(kind)]));
}

function hashOf(kind: (typeof KIND_NAMES)[number]): string {
  const picture = renderObject({ kind, instance: 1, view: 1, light: 'studio', background: 'oak', ...SIZE });
  return createHash('sha256').update(picture.data).digest('hex').slice(0, 16);
}
