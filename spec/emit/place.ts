import { getSourceLocation } from '@typespec/compiler';
import type { Type } from '@typespec/compiler';
import { basename } from 'node:path';

/** Place of a type in the TypeSpec sources: `models.tsp:12:3`. */
export function placeOf(type: Type): string {
  const location = getSourceLocation(type);
  if (location === undefined) return 'the contract';
  const { line, character } = location.file.getLineAndCharacterOfPosition(location.pos);
  return `${basename(location.file.path)}:${line + 1}:${character + 1}`;
}
