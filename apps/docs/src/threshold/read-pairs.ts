import type { LabelledPair } from './labelled-pair.ts';

/** Pairs read from a text, and unreadable lines. */
export interface ReadPairs {
  readonly pairs: readonly LabelledPair[];
  /** Numbers of the lines, from 1. */
  readonly unread: readonly number[];
}

const matchWords = new Set(
  '1 true yes y match same same-picture same-item copy duplicate 是 相同 匹配 同一'.split(' '),
);
const otherWords = new Set('0 false no n other different same-kind unrelated 否 不同 不匹配'.split(' '));
const labelColumns = new Set(['label', 'match', 'same', 'truth', 'relation', 'expected', '标注', '标签', '是否匹配']);
const scoreColumns = new Set(['score', 'similarity', '分数', '相似度']);

/**
 * Reads labelled pairs: CSV or tab-separated with a header that names a score and a label column, two columns without a header, or JSON
 * lines with `score` and `label`. Labels are words such as `1`, `match`, `different`, `同一`; the examples' relations are known too.
 */
export function readPairs(text: string): ReadPairs {
  const lines = text.split(/\r?\n/u).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  const header = columnsOf(filled[0]?.line ?? '');
  const rows = header === undefined ? filled : filled.slice(1);
  const read = rows.map(({ line, number }) => ({ pair: readLine(line, header), number }));
  return {
    pairs: read.flatMap(({ pair }) => (pair === undefined ? [] : [pair])),
    unread: read.flatMap(({ pair, number }) => (pair === undefined ? [number] : [])),
  };
}

interface Columns {
  readonly score: number;
  readonly label: number;
}

function cells(line: string): readonly string[] {
  return (line.includes('\t') ? line.split('\t') : line.split(/[,;]/u)).map((cell) =>
    cell.trim().replaceAll(/^"|"$/gu, ''),
  );
}

/** Columns of score and label in a header; `undefined` if the line is not a header. */
function columnsOf(line: string): Columns | undefined {
  const names = cells(line).map((name) => name.toLowerCase());
  const score = names.findIndex((name) => scoreColumns.has(name));
  const label = names.findIndex((name) => labelColumns.has(name));
  return score === -1 || label === -1 ? undefined : { score, label };
}

function readLine(line: string, header: Columns | undefined): LabelledPair | undefined {
  if (line.startsWith('{')) return readJson(line);
  const row = cells(line);
  if (header !== undefined) return pairOf(row[header.score] ?? '', row[header.label] ?? '');
  return row.length < 2
    ? undefined
    : (pairOf(row.at(-2) ?? '', row.at(-1) ?? '') ?? pairOf(row[1] ?? '', row[0] ?? ''));
}

function readJson(line: string): LabelledPair | undefined {
  try {
    const row = new Map(
      Object.entries(JSON.parse(line) as object).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    const value = (names: ReadonlySet<string>): string => [...row].find(([name]) => names.has(name))?.[1] ?? '';
    return pairOf(value(scoreColumns), value(labelColumns));
  } catch {
    return undefined;
  }
}

function pairOf(score: string, label: string): LabelledPair | undefined {
  const value = Number(score);
  const word = label.toLowerCase();
  if (score === '' || !(value >= 0 && value <= 1)) return undefined;
  if (matchWords.has(word)) return { score: value, match: true };
  return otherWords.has(word) ? { score: value, match: false } : undefined;
}
