/** A row of a pairs file: its columns and their texts, in order. */
export type Row = Readonly<Record<string, string>>;

/** The columns that a result adds, in this order. */
export const resultColumns = [
  'score',
  'errorCode',
  'errorMessage',
  'calibration',
  'requestId',
  'durationMs',
  'attempts',
  'key',
] as const;

/** What is written about a row, after its own columns. */
export interface RowResult {
  readonly score?: number | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  /** Version of the engine's model and calibration; do not compare scores of different versions. Absent for the cloud. */
  readonly calibration?: string | undefined;
  /** The request's id; only with `--details`, as it differs from run to run. */
  readonly requestId?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly attempts?: number | undefined;
  /** Digest of everything that affects the score: row, contents of both pictures, and the server or model that compares them. */
  readonly key: string;
}

/** A result with a score, which a later run can reuse. */
export type ScoredResult = RowResult & { readonly score: number };
