import { getDoc } from '@typespec/compiler';
import type { Program, Type } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { placeOf } from './place.ts';
import { filledBoth } from './placeholders.ts';
import type { Bilingual } from './text-types.ts';

/** A text recorded by `@docZh`. */
export interface ChineseText {
  readonly text: string;
  readonly summary?: string;
}

/** Doc comment and `@docZh` of a type, with placeholders filled in. @throws for a missing translation. */
export function documentation(program: Program, type: Type & { name?: unknown }): Bilingual {
  const en = getDoc(program, type);
  const zh = recorded<ChineseText>(program, 'docZh').get(type)?.text;
  if (en === undefined || zh === undefined)
    throw new Error(`${placeOf(type)}: ${String(type.name)} lacks its text in one language`);
  return filledBoth(program, { en: unwrapped(en), zh });
}

/** A doc comment's lines as one. */
export function unwrapped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
