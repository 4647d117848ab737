import { getDoc, getSummary } from '@typespec/compiler';
import type { Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import type { ErrorEntry } from './errors.ts';
import { addErrorTexts, objectsIn } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';
import { unwrapped } from './text.ts';
import type { ChineseText } from './text.ts';

/** Texts in arguments of the HTTP library's decorators, which `@docZh` cannot reach. */
const argumentTexts: Readonly<Record<string, string>> = {
  'The comparison of two pictures.': '比较两张图片。',
  'Handing over a picture before it is compared.': '在比较之前提交图片。',
};

/** The document with all texts in Chinese. @throws for a text without a translation. */
export function chinese(program: Program, document: Json, entries: readonly ErrorEntry[]): Json {
  const translated = structuredClone(document);
  addErrorTexts(translated, entries, 'zh');
  const texts = translations(program);
  for (const node of objectsIn(translated)) {
    useOwnChinese(node);
    for (const key of ['description', 'summary'] as const) translate(node, key, texts);
  }
  return translated;
}

/** Chinese texts by their English ones. */
function translations(program: Program): Map<string, string> {
  const texts = new Map(Object.entries(argumentTexts));
  for (const [type, { text, summary }] of recorded<ChineseText>(program, 'docZh')) {
    const english = getDoc(program, type);
    const englishSummary = getSummary(program, type);
    if (english !== undefined) texts.set(unwrapped(english), text);
    if (englishSummary !== undefined && summary !== undefined) texts.set(englishSummary, summary);
  }
  return texts;
}

/** Texts that the emitters wrote in both languages. */
const ownChinese = 'x-description-zh';

function useOwnChinese(node: Json): void {
  if (typeof node[ownChinese] !== 'string') return;
  node['description'] = node[ownChinese];
  delete node[ownChinese];
}

/** Removes the Chinese texts from the English document. */
export function dropOwnChinese(document: Json): void {
  for (const node of objectsIn(document)) delete node[ownChinese];
}

/** Names of codes and formats are the same in every language. */
const untranslatable = /^[\w.-]+$/;

function translate(node: Json, key: 'description' | 'summary', texts: ReadonlyMap<string, string>): void {
  const text = node[key];
  if (typeof text !== 'string' || /\p{Script=Han}/u.test(text) || untranslatable.test(text)) return;
  const translation = texts.get(text);
  if (translation === undefined) throw new Error(`no Chinese for: ${text}`);
  node[key] = translation;
}
