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
  /** The score from which treated pictures are counted as found. */
  readonly treatmentThreshold: number;
  /** Share found, by service type and by what was done to the picture. */
  readonly treatments: Readonly<Partial<Record<MeasuredServiceType, Readonly<Record<string, number>>>>>;
}

/** A share in per cent: small shares keep two digits after the point, so that rare mistakes stay visible. */
export function percent(share: number): string {
  const digits = share > 0 && share < 0.01 ? 2 : share > 0 && share < 0.1 ? 1 : 0;
  return `${(share * 100).toFixed(digits)} %`;
}

/** The interval of a share, such as `97–99 %`; one value when both ends are written the same. */
export function interval({ low, high }: Estimate): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace(' %', '')}–${to}`;
}
