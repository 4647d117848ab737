import { createHash } from 'node:crypto';
import { kindNames } from '../kinds/catalogue.ts';
import { renderObject } from '../render-object.ts';

const size = { width: 48, height: 36, samples: 2 } as const;

/** A hash of every kind rendered very small: changes exactly when the renderer's output does. */
export function fingerprint(): Readonly<Record<string, string>> {
  return Object.fromEntries(kindNames.map((kind) => [kind, hashOf(kind)]));
}

function hashOf(kind: (typeof kindNames)[number]): string {
  const picture = renderObject({ kind, instance: 1, view: 1, light: 'studio', background: 'oak', ...size });
  return createHash('sha256').update(picture.data).digest('hex').slice(0, 16);
}
