import type { ServiceType } from '@semblance/spec/limits';

/** A share with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Service types whose scores the evaluation measures. */
export type MeasuredServiceType = Extract<ServiceType, 'generic' | 'product' | 'furniture' | 'trademark' | 'fabric'>;

/** What passes a threshold in one service type. */
interface MeaningRow {
  readonly threshold: number;
  readonly recall: Estimate;
  readonly falsePositiveRate: Estimate;
  /** When one pair in ten is a match. */
  readonly precision: Estimate;
  /** Share of pairs that are no match for most, by relation. */
  readonly doubtful: Readonly<Record<string, number>>;
}

/** What was measured of one service type. */
export interface ServiceTypeMeaning {
  readonly positives: number;
  readonly negatives: number;
  /** Objects that the matches show. */
  readonly objects: number;
  readonly rocArea: Estimate;
  readonly thresholds: readonly MeaningRow[];
}

/** The part of the evaluation's file on service types. */
export interface ServiceTypeScores {
  readonly meanings: Readonly<Record<MeasuredServiceType, ServiceTypeMeaning>>;
  /** The ROC area of every method; the first is the engine. */
  readonly areas: readonly { readonly method: string; readonly areas: Readonly<Record<MeasuredServiceType, number>> }[];
  /** The score from which treated pictures are counted as found. */
  readonly treatmentThreshold: number;
  /** Share found, by service type and by what was done to the picture. */
  readonly treatments: Readonly<Partial<Record<MeasuredServiceType, Readonly<Record<string, number>>>>>;
}

/** Digits after the point: near none and near all there are some, so that rare mistakes stay visible. */
function digitsOf(share: number): number {
  if (share <= 0 || share >= 1) return 0;
  if (share < 0.01 || share > 0.999) return 2;
  return share < 0.1 || share > 0.99 ? 1 : 0;
}

/** A share in per cent, such as `0.04 %`, `4.3 %`, `87 %` or `99.6 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(digitsOf(share))} %`;
}

/** The interval of a share, such as `97–99 %`; one value when both ends are written the same. */
export function interval({ low, high }: Estimate): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace(' %', '')}–${to}`;
}
