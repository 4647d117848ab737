import { readdirSync, readFileSync } from 'node:fs';
import { parseCaseFile } from './case-file.ts';
import type { ConformanceCase } from './case-file.ts';

const folder = new URL('../cases/', import.meta.url);

/** All cases for a target, in order of their names. */
export function loadCases(target: 'mock' | 'engine'): ConformanceCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseCaseFile(name, readFileSync(new URL(name, folder), 'utf8')))
    .filter(({ only }) => only === undefined || only === target);
}
