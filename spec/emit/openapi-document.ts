import type { Program } from '@typespec/compiler';
import type { ErrorEntry } from './errors.ts';
import { filled } from './placeholders.ts';
import type { Language } from './text-types.ts';
import { unwrapped } from './text.ts';

/** A JSON object of the document, changed in place by the steps below. */
export type Json = Record<string, unknown>;

/** Every object below `node`, the node itself included. */
export function* objectsIn(node: unknown): Generator<Json> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Json;
  for (const child of Object.values(node)) yield* objectsIn(child);
}

/** The operations of the document. */
export function* operationsIn(document: Json): Generator<Json> {
  for (const path of Object.values(document['paths'] as Json)) yield* Object.values(path as Json) as Json[];
}

/** The object at `keys`. @throws when it is missing. */
export function at(node: Json, ...keys: readonly string[]): Json {
  let found: unknown = node;
  for (const key of keys) found = (found as Json | undefined)?.[key];
  if (typeof found !== 'object' || found === null) throw new Error(`the document has nothing at ${keys.join(' / ')}`);
  return found as Json;
}

/** The answers of an operation with content, by status. */
export function* answersOf(operation: Json): Generator<{ readonly status: string; readonly content: Json }> {
  for (const [status, answer] of Object.entries(operation['responses'] as Json)) {
    const content = (answer as Json)['content'];
    if (content !== undefined) yield { status, content: content as Json };
  }
}

/** Adds titles and descriptions to each code. */
export function addErrorTexts(document: Json, entries: readonly ErrorEntry[], language: Language): void {
  const schemas = at(document, 'components', 'schemas');
  for (const [name, schema] of Object.entries(schemas)) {
    const family = name.startsWith('UploadError') ? 'upload' : undefined;
    for (const node of objectsIn(schema)) {
      const entry = entries.find(
        ({ code, family: its }) => code === node['const'] && (its === 'upload') === (family === 'upload'),
      );
      if (entry !== undefined) addErrorText(node, entry, language);
    }
  }
}

function addErrorText(node: Json, entry: ErrorEntry, language: Language): void {
  node['title'] = entry.code;
  node['description'] = `${entry.message} ${entry.meaning[language]} ${entry.fix[language]}`;
  node['x-retry'] = entry.retry;
  node['x-reach'] = entry.reach;
}

/** Joins the lines of each description, so that equal texts are equal everywhere. */
export function unwrapDescriptions(document: Json): void {
  for (const node of objectsIn(document))
    if (typeof node['description'] === 'string') node['description'] = unwrapped(node['description']);
}

/** Descriptions and summaries with the limits filled in. */
export function fillDescriptions(program: Program, document: Json, language: Language): void {
  for (const node of objectsIn(document)) {
    for (const key of ['description', 'summary'] as const)
      if (typeof node[key] === 'string') node[key] = filled(program, node[key], language);
  }
}
