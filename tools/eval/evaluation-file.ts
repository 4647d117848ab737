// What `npm run eval` writes to tools/calibration/generated/evaluation.json, and the documentation shows.

/** A measured value with its 95 % bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Tasks of the evaluation, as the file names them. */
export type TaskName = 'copy' | 'same item' | 'same kind' | 'one threshold';

/** The three figures of one task. */
export interface TaskResult {
  readonly rocArea: Estimate;
  readonly averagePrecision: Estimate;
  /** Share of positives found when 1 % of the negatives pass. */
  readonly recall: Estimate;
}

/** What was measured of one method. */
export interface MethodResult {
  readonly method: string;
  readonly tasks: Readonly<Record<TaskName, TaskResult>>;
  /** Kinds in real photographs: folders of stamps. */
  readonly photographKinds: number;
  /** Recall at 1 % false positives by transformation. */
  readonly transformations: Readonly<Record<string, number>>;
  /** ROC area of other views by pair of backdrops. */
  readonly backdrops: Readonly<Record<string, number>>;
}

/** Precision and recall of one threshold, for copies and for copies with other views. */
export interface ThresholdRow {
  readonly threshold: number;
  readonly copyRecall: number;
  readonly itemRecall: number;
  readonly kindRate: number;
  readonly falsePositiveRate: number;
  /** Of pairs above the threshold, the share that is a copy or the same item, when one pair in ten is. */
  readonly precision: number;
}

/** A service type with a table of its own. */
export type MeasuredServiceType = 'generic' | 'product' | 'furniture' | 'trademark' | 'fabric';

/** What passes a threshold in one service type. */
export interface MeaningRow {
  readonly threshold: number;
  /** Share of the matches that pass. */
  readonly recall: Estimate;
  /** Share of the others that pass. */
  readonly falsePositiveRate: Estimate;
  /** Share of matches among what passes, when one pair in ten is a match; 1 when nothing passes. */
  readonly precision: Estimate;
  /** Share of the doubtful pairs that pass, by relation. */
  readonly doubtful: Readonly<Record<string, number>>;
}

/** The 5 %, 50 % and 95 % quantiles of some values. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What was measured of one service type. */
export interface ServiceTypeMeaning {
  readonly positives: number;
  readonly negatives: number;
  /** Objects that the positives show: intervals redraw these. */
  readonly objects: number;
  readonly rocArea: Estimate;
  readonly spread: { readonly positives: Spread; readonly negatives: Spread };
  readonly thresholds: readonly MeaningRow[];
}

/** The part on service types. */
export interface ServiceTypeScores {
  readonly meanings: Readonly<Record<MeasuredServiceType, ServiceTypeMeaning>>;
  /** The ROC area of every method; the first is the engine. */
  readonly areas: readonly { readonly method: string; readonly areas: Readonly<Record<MeasuredServiceType, number>> }[];
  /** The score from which treated pictures are counted as found. */
  readonly treatmentThreshold: number;
  /** Share found, by service type and by what was done to the picture. */
  readonly treatments: Readonly<Partial<Record<MeasuredServiceType, Readonly<Record<string, number>>>>>;
}

/** What passes of a sample at the marks that the score's words are bound to. */
export interface Shares {
  readonly count: number;
  readonly median: number;
  /** Share at or above 0.5, 0.7 and 0.9. */
  readonly from: readonly number[];
}

/** Copies of a family's pictures against other contents of its designs. */
export interface FamilyMeasure {
  readonly family: string;
  readonly rocArea: number;
  /** Recall of copies when 1 % of the look-alikes pass. */
  readonly recall: number;
  readonly copies: Shares;
  readonly lookAlikes: Shares;
}

/** The part on look-alikes; the first method is the engine. */
export interface LookAlikeScores {
  readonly methods: readonly { readonly method: string; readonly families: readonly FamilyMeasure[] }[];
}

/** The file. */
export interface Evaluation {
  readonly script: string;
  /** Year, month and day. */
  readonly date: string;
  /** SHA-256 of the network's file. */
  readonly model: string;
  readonly calibration: string;
  /** Pairs by relation. */
  readonly pairs: Readonly<Record<string, number>>;
  readonly results: readonly MethodResult[];
  readonly thresholds: readonly ThresholdRow[];
  readonly serviceTypes: ServiceTypeScores;
  /** Absent from figures that are older than the task. */
  readonly lookAlikes?: LookAlikeScores;
}
