import { parse } from 'yaml';

/** What the page on models shows of a manifest. */
export interface ReadyManifest {
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly source: string;
  readonly input: { readonly side: number; readonly fit: 'squash' | 'centre-crop'; readonly shortSide?: number };
  readonly output: { readonly pooling: string; readonly dimensions: number };
}

const texts = import.meta.glob<string>('../../../../packages/engine/models/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The manifests that come with the engine, by file name. */
export const readyManifests: readonly ReadyManifest[] = Object.entries(texts).map(([path, text]) => ({
  ...(parse(text) as Omit<ReadyManifest, 'file'>),
  file: path.replace(/^.*\//u, ''),
}));

/** One of them as it stands, to read. */
export function manifestText(file: string): string {
  const text = texts[`../../../../packages/engine/models/${file}`];
  if (text === undefined) throw new Error(`The engine has no manifest ${file}.`);
  return text.trim();
}
