import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorText } from '@semblance/wire/system-error';
import type { Result } from '../../result.ts';

/** Two picture files, and whether they are labelled as the same. */
export interface LabelledPair {
  readonly first: string;
  readonly second: string;
  readonly same: boolean;
}

/** Interprets a label; `undefined` for an unknown one. */
export type ReadLabel = (label: string) => boolean | undefined;

const labels: Readonly<Record<string, boolean>> = {
  '1': true,
  same: true,
  true: true,
  '0': false,
  different: false,
  false: false,
};

/** Default labels: `1`, `same`, `true` and `0`, `different`, `false`. */
const plainLabels: ReadLabel = (label) => labels[label.toLowerCase()];

/** Custom labels: the named ones mean the same, all others different. */
export function ownLabels(same: readonly string[]): ReadLabel {
  const names = new Set(same.map((name) => name.trim().toLowerCase()));
  return (label) => (label === '' ? undefined : names.has(label.toLowerCase()));
}

/** Splits one line of comma-separated values; quoted fields may contain commas and doubled quotes. */
function splitLine(line: string): string[] {
  return Array.from(line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, field = '']) => field)
    .slice(0, -1)
    .concat(line.endsWith(',') ? [''] : [])
    .map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field.trim()));
}

/**
 * Reads labelled pairs: per line two picture files, relative to the table, and a label (`1`, `same`, `true` or `0`, `different`, `false`,
 * or as interpreted by `readLabel`). A first line without a picture or a label is a heading. @failure a sentence per problem, with its line
 * number.
 */
export async function readLabelledPairs(
  file: string,
  readLabel: ReadLabel = plainLabels,
): Promise<Result<LabelledPair[], readonly string[]>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    return { ok: false, failure: [`${file} cannot be read: ${systemErrorText(error)}`] };
  }
  const problems: string[] = [];
  const pairs: LabelledPair[] = [];
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [first = '', second = '', label = ''] = splitLine(line);
    const same = index === 0 && label.toLowerCase() === 'label' ? undefined : readLabel(label);
    if (same !== undefined && first !== '' && second !== '') {
      const locate = (name: string): string => path.resolve(path.dirname(file), name);
      pairs.push({ first: locate(first), second: locate(second), same });
    } else if (index > 0) {
      problems.push(
        `line ${index + 1}: expected "first,second,label" with a label of 1 or 0, found "${line}"; name labels of your own with --same`,
      );
    }
  }
  if (problems.length === 0 && !(pairs.some(({ same }) => same) && pairs.some(({ same }) => !same)))
    problems.push(`${file} needs pairs of both labels, at least one each; 50 of each make a usable calibration`);

  return problems.length === 0 ? { ok: true, value: pairs } : { ok: false, failure: problems };
}
