import path from 'node:path';
import { hypothesisWords, liftWords, type Contribution } from '../explain/contributions.ts';
import type { Explanation } from '../explain/explain-pair.ts';

const families = [
  { name: 'copy', words: 'same picture: do its points fit?' },
  { name: 'semantic', words: 'same thing: does it look alike?' },
] as const;

function row(contribution: Contribution): string {
  const { words, value, ordinary } = contribution;
  return `      ${words.padEnd(34)}${value.toFixed(2).padStart(9)}${ordinary.toFixed(2).padStart(11)}${liftWords(contribution).padStart(8)}`;
}

/** What a person reads after `semblance explain`: the score, what decided it, and what each kind of evidence gave. */
export function describeExplanation(
  { comparison, because, hypothesis, contributions }: Explanation,
  { names, out }: { readonly names: readonly [string, string]; readonly out: string | undefined },
): string {
  const rows = families.flatMap(({ name, words }) => [
    `    ${words}`,
    ...contributions
      .filter(({ family }) => family === name)
      .toSorted((a, b) => b.lift - a.lift)
      .map(row),
  ]);
  const nameOf = (picture: 'first' | 'second'): string => path.basename(names[picture === 'first' ? 0 : 1]);
  return [
    '',
    `  ${comparison.score.toFixed(4)}  ${comparison.verdict.words}`,
    `  ${because}`,
    ...comparison.notes.map(({ picture, words }) => `  Note: ${nameOf(picture)} (${picture}) ${words.en}.`),
    '',
    `    Read as ${hypothesisWords[hypothesis]}:`,
    `    ${''.padEnd(36)}${'this pair'.padStart(9)}${'different'.padStart(11)}${'lift'.padStart(8)}`,
    ...rows,
    '',
    out === undefined ? '  Add --out explanation.png to see it drawn.' : `  Drawn in ${out}.`,
    '',
    '',
  ].join('\n');
}
