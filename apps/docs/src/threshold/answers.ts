import type { MeasuredServiceType, ServiceTypeMeaning } from '../../../../tools/eval/evaluation-file.ts';

/** Which mistake costs more: a false match, both equally, or a missed match. */
export const dearMistakes = ['false-match', 'both', 'missed-match'] as const;

/** A choice of the dearer mistake. */
export type DearMistake = (typeof dearMistakes)[number];

/** Goals of readers, with the service type for each. */
export const goals = [
  'generic',
  'product',
  'trademark',
  'fabric',
  'furniture',
] as const satisfies readonly MeasuredServiceType[];

type MeaningRow = ServiceTypeMeaning['thresholds'][number];

/** A recommended threshold and its measured quality. */
export interface Recommendation {
  readonly threshold: number;
  readonly row: MeaningRow;
  /** Band of scores for review by a person; both ends are equal if it is empty. */
  readonly review: readonly [from: number, to: number];
}

/** Precision required of pairs accepted without review. */
const wantedPrecision = 0.99;

/** Recall required of acceptance and review together. */
const wantedRecall = 0.95;

/** Recommended thresholds from the measurements of a service type. */
export function answers({ thresholds }: ServiceTypeMeaning): Readonly<Record<DearMistake, Recommendation>> {
  const strict = strictRow(thresholds);
  const lenient = lenientRow(thresholds, strict);
  const review = [lenient.threshold, strict.threshold] as const;
  const answer = (row: MeaningRow): Recommendation => ({ threshold: row.threshold, row, review });
  return { 'false-match': answer(strict), both: answer(balancedRow(thresholds)), 'missed-match': answer(lenient) };
}

/** The lowest threshold of the required precision, or the most precise one if there is none. */
function strictRow(rows: readonly MeaningRow[]): MeaningRow {
  const precise = rows.find(({ precision }) => precision.value >= wantedPrecision);
  return precise ?? best(rows, ({ precision }) => precision.value);
}

/** The highest threshold of the required recall, never above the strict one, or the lowest measured if there is none. */
function lenientRow(rows: readonly MeaningRow[], strict: MeaningRow): MeaningRow {
  const wide = rows.filter(({ recall, threshold }) => recall.value >= wantedRecall && threshold <= strict.threshold);
  return wide.at(-1) ?? best(rows, ({ recall }) => recall.value);
}

/** The threshold with the best F1, for equal costs. */
function balancedRow(rows: readonly MeaningRow[]): MeaningRow {
  return best(rows, ({ precision, recall }) => (2 * precision.value * recall.value) / (precision.value + recall.value));
}

function best(rows: readonly MeaningRow[], value: (row: MeaningRow) => number): MeaningRow {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('Nothing was measured of this service type.');
  return others.reduce((found, row) => (value(row) > value(found) ? row : found), first);
}
