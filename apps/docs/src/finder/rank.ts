import type { FinderEntry } from './finder-entry.ts';
import { closestWord } from './spelling.ts';
import { folded, wordsOf } from './words.ts';

/** Weight of a word by the field in which it occurs. */
const fieldWeights = { title: 6, terms: 5, message: 4, text: 1.5 } as const;

/** Smallest share of the best score for an entry to be listed. */
const leastShare = 0.15;

/** An entry with its words, each with the weight of the best place it occurs in. */
interface Prepared {
  readonly entry: FinderEntry;
  readonly words: ReadonlyMap<string, number>;
  /** Its terms, folded. */
  readonly terms: readonly string[];
}

/** Prepared entries, and the number of entries that contain each word. */
export interface Ranking {
  readonly prepared: readonly Prepared[];
  readonly holders: ReadonlyMap<string, number>;
}

/** Prepares entries, so that a search is fast enough for every key stroke. */
export function prepareRanking(entries: readonly FinderEntry[]): Ranking {
  const prepared = entries.map((entry) => prepare(entry));
  const holders = new Map<string, number>();
  for (const { words } of prepared) for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return { prepared, holders };
}

function prepare(entry: FinderEntry): Prepared {
  const words = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) words.set(word, Math.max(weight, words.get(word) ?? 0));
  };
  add(entry.title, fieldWeights.title);
  for (const term of entry.terms) add(term, fieldWeights.terms);
  add(entry.message ?? '', fieldWeights.message);
  add(`${entry.text} ${entry.hint}`, fieldWeights.text);
  if (entry.status !== undefined) words.set(String(entry.status), fieldWeights.message);
  return { entry, words, terms: [entry.title, ...entry.terms].map((term) => folded(term)) };
}

/** The entries that match the words, best first; none when no word occurs. */
export function rank(ranking: Ranking, query: string): readonly FinderEntry[] {
  const asked = knownWords(ranking, query);
  const phrase = folded(query);
  const scored = ranking.prepared.map((prepared) => ({
    entry: prepared.entry,
    score: wordScore(ranking, prepared, asked) + phraseScore(prepared.terms, phrase),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * leastShare)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

interface AskedWord {
  readonly word: string;
  /** 1 for a word as written, less for a guessed one. */
  readonly trust: number;
}

function knownWords({ holders }: Ranking, query: string): readonly AskedWord[] {
  return [...new Set(wordsOf(query))].map((word) => {
    if (holders.has(word)) return { word, trust: 1 };
    const guess = closestWord(word, holders.keys());
    return guess === undefined ? { word, trust: 0 } : { word: guess, trust: 0.7 };
  });
}

function wordScore({ prepared, holders }: Ranking, { words }: Prepared, asked: readonly AskedWord[]): number {
  if (asked.length === 0) return 0;
  let sum = 0;
  let found = 0;
  for (const { word, trust } of asked) {
    const weight = words.get(word);
    if (weight === undefined || trust === 0) continue;
    found += 1;
    sum += weight * trust * Math.log(1 + prepared.length / (holders.get(word) ?? 1));
  }
  return sum * (found / asked.length);
}

/** Score of a term that is the whole query, which counts more than its words. */
function phraseScore(terms: readonly string[], phrase: string): number {
  if (phrase.length < 2) return 0;
  return Math.max(0, ...terms.map((term) => termScore(term, phrase)));
}

function termScore(term: string, phrase: string): number {
  if (term === phrase) return 40;
  if (term.length >= 2 && containsWord(phrase, term)) return 8 + (16 * term.length) / phrase.length;
  return containsWord(term, phrase) ? 10 * (phrase.length / term.length) : 0;
}

/** Whether `whole` contains `part`, but not inside a Latin word. */
function containsWord(whole: string, part: string): boolean {
  const at = whole.indexOf(part);
  if (at === -1) return false;
  const letter = /[a-z0-9]/u;
  const before = whole.at(at - 1) ?? '';
  const after = whole.at(at + part.length) ?? '';
  const opens = at === 0 || !letter.test(before) || !letter.test(part.at(0) ?? '');
  return opens && (!letter.test(after) || !letter.test(part.at(-1) ?? ''));
}
