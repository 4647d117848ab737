import { parse } from 'yaml';

/** The part of a manifest shown on the page about models. */
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

/** The text of a manifest. */
export function manifestText(file: string): string {
  const text = texts[`../../../../packages/engine/models/${file}`];
  if (text === undefined) throw new Error(`The engine has no manifest ${file}.`);
  return text.trim();
}
