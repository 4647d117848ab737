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

/** What is written about a row, behind its own columns. */
export interface RowResult {
  readonly score?: number | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  /** Version of the engine's model and calibration; scores of different versions are not to be compared. The cloud names none. */
  readonly calibration?: string | undefined;
  /** Of this request: only where `--details` asks for what differs from run to run. */
  readonly requestId?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly attempts?: number | undefined;
  /** Stands for all that decides the score: row, contents of both pictures, and whom or what they are compared by. */
  readonly key: string;
}

/** A result that can be taken over from an earlier run: one with a score. */
export type ScoredResult = RowResult & { readonly score: number };
