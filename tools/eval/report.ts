import type { Estimate, MethodResult, ThresholdRow } from './evaluation-file.ts';
import { taskNames } from './samples.ts';

/** A share to three digits, without its nought. */
export const share = (value: number): string => value.toFixed(3).replace(/^0/, '');
/** A measured share with its interval. */
export const interval = ({ value, low, high }: Estimate): string =>
  `${share(value)} ${`[${share(low)}–${share(high)}]`.padEnd(12)}`;

/** Columns of equal width; the first is flush left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** The tables that `npm run eval` prints. */
export function renderReport(results: readonly MethodResult[], thresholds: readonly ThresholdRow[]): string {
  const sections = taskNames.map((task) => {
    const rows = results.map(({ method, tasks }) => [
      method,
      interval(tasks[task].rocArea),
      interval(tasks[task].averagePrecision),
      interval(tasks[task].recall),
    ]);
    return `${task}\n${table([['', 'ROC area [95 %]', 'average precision', 'recall at 1 % FP'], ...rows])}`;
  });
  const kinds = table(results.map(({ method, photographKinds }) => [method, share(photographKinds)]));
  const [own] = results;
  const transformations = Object.keys(own?.transformations ?? {}).map((name) => [
    name,
    ...results.map((result) => share(result.transformations[name] ?? 0)),
  ]);
  const backdrops = Object.keys(own?.backdrops ?? {}).map((name) => [
    name,
    ...results.map((result) => share(result.backdrops[name] ?? 0)),
  ]);
  const names = ['', ...results.map(({ method }) => method)];
  const meaning = thresholds.map((row) => [
    row.threshold.toFixed(2),
    ...[row.copyRecall, row.itemRecall, row.kindRate, row.falsePositiveRate, row.precision].map(share),
  ]);
  return [
    ...sections,
    `same kind in photographs, ROC area\n${kinds}`,
    `copies by transformation, recall at 1 % false positives\n${table([names, ...transformations])}`,
    `other views by backdrops, ROC area\n${table([names, ...backdrops])}`,
    `what passes a threshold of the score\n${table([['score ≥', 'copies', 'same item', 'same kind', 'different', 'precision at 1 in 10'], ...meaning])}`,
  ].join('\n\n');
}
