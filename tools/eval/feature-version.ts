import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { modelSha256 } from '../../packages/engine/src/model/model-identity.ts';

const filesOf = (place: string): string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name))
    : [place];

/**
 * Names the state of some sources, tests left out: what other code has made is made again, never mixed in.
 * @param without  files that decide nothing of what is kept.
 */
export function hashOfSources(places: readonly string[], start: string, without = /\.test\.ts$/): string {
  const hash = createHash('sha256').update(start);
  const files = places
    .flatMap((place) => filesOf(path.join(import.meta.dirname, place)))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts') && !without.test(file))
    .toSorted();
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Names the model and everything else that decides what features a picture has. */
export function featureVersion(): string {
  return hashOfSources(
    [
      ...['features', 'model/open-extractor.ts', 'model/open-network.ts'].map(
        (place) => `../../packages/engine/src/${place}`,
      ),
      'load-raster.ts',
    ],
    modelSha256,
  );
}
