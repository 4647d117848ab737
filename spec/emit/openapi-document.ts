import type { ErrorEntry } from './errors.ts';
import { unwrapped } from './text.ts';

/** A JSON object of the document, changed in place by the steps below. */
export type Json = Record<string, unknown>;

/** Every object below `node`, the node itself included. */
export function* objectsIn(node: unknown): Generator<Json> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Json;
  for (const child of Object.values(node)) yield* objectsIn(child);
}

/** Titles and descriptions of each code, so that readers and generated docs explain themselves. */
export function addErrorTexts(document: Json, entries: readonly ErrorEntry[], language: 'en' | 'zh'): void {
  for (const node of objectsIn(document)) {
    const entry = entries.find(({ code, family }) => code === node['const'] && family !== 'upload');
    if (entry === undefined) continue;
    node['title'] = entry.code;
    node['description'] = `${entry.message} ${entry.meaning[language]} ${entry.fix[language]}`;
    node['x-retry'] = entry.retry;
    node['x-reach'] = entry.reach;
  }
}

/** Descriptions as one line each, so that a text is the same wherever it stands. */
export function unwrapDescriptions(document: Json): void {
  for (const node of objectsIn(document)) {
    if (typeof node['description'] === 'string') node['description'] = unwrapped(node['description']);
  }
}
