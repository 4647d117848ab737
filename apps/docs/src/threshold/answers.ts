import type { MeasuredServiceType, ServiceTypeMeaning } from '../../../../tools/eval/evaluation-file.ts';

/** Which mistake costs more: a pair taken wrongly, both alike, or a match passed over. */
export const dearMistakes = ['false-match', 'both', 'missed-match'] as const;

/** A choice of the dearer mistake. */
export type DearMistake = (typeof dearMistakes)[number];

/** What a reader may want to find, with the service type that is made and measured for it. */
export const goals = [
  'generic',
  'product',
  'trademark',
  'fabric',
  'furniture',
] as const satisfies readonly MeasuredServiceType[];

type MeaningRow = ServiceTypeMeaning['thresholds'][number];

/** Where to start, and what is measured there. */
export interface Answer {
  readonly threshold: number;
  readonly row: MeaningRow;
  /** Between these a person should look; equal when there is nothing in between. */
  readonly review: readonly [from: number, to: number];
}

/** Of what is taken without a look, so many have to be matches. */
const wantedPrecision = 0.99;

/** Of all matches, so many have to be seen at all. */
const wantedRecall = 0.95;

/** Thresholds to start from, from what was measured of the service type. */
export function answers({ thresholds }: ServiceTypeMeaning): Readonly<Record<DearMistake, Answer>> {
  const strict = strictRow(thresholds);
  const lenient = lenientRow(thresholds, strict);
  const review = [lenient.threshold, strict.threshold] as const;
  const answer = (row: MeaningRow): Answer => ({ threshold: row.threshold, row, review });
  return { 'false-match': answer(strict), both: answer(balancedRow(thresholds)), 'missed-match': answer(lenient) };
}

/** The lowest threshold at which what passes is almost always a match; the most precise one where none is that good. */
function strictRow(rows: readonly MeaningRow[]): MeaningRow {
  const precise = rows.find(({ precision }) => precision.value >= wantedPrecision);
  return precise ?? best(rows, ({ precision }) => precision.value);
}

/** The highest threshold at which almost all matches pass, never above the strict one; the lowest measured where none finds so many. */
function lenientRow(rows: readonly MeaningRow[], strict: MeaningRow): MeaningRow {
  const wide = rows.filter(({ recall, threshold }) => recall.value >= wantedRecall && threshold <= strict.threshold);
  return wide.at(-1) ?? best(rows, ({ recall }) => recall.value);
}

/** The threshold with the best F1: both mistakes weigh alike. */
function balancedRow(rows: readonly MeaningRow[]): MeaningRow {
  return best(rows, ({ precision, recall }) => (2 * precision.value * recall.value) / (precision.value + recall.value));
}

function best(rows: readonly MeaningRow[], value: (row: MeaningRow) => number): MeaningRow {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('Nothing was measured of this service type.');
  return others.reduce((found, row) => (value(row) > value(found) ? row : found), first);
}
