import data from '../generated/sample-scores.json';

/** Labels of pairs. */
export const pairLabels = ['same-picture', 'same-item', 'same-kind', 'different'] as const;

/** Label of a pair. */
export type PairLabel = (typeof pairLabels)[number];

/** A labelled pair with the engine's score. */
export interface ScoredPair {
  readonly first: string;
  readonly second: string;
  readonly label: PairLabel;
  readonly score: number;
}

function isLabel(text: unknown): text is PairLabel {
  return pairLabels.some((label) => label === text);
}

/** Every labelled pair of the example pictures, scored by the engine. */
export const scoredPairs: readonly ScoredPair[] = data.pairs.map(([first, second, label, score]) => {
  if (!isLabel(label)) throw new Error(`unknown label ${label}`);
  return { first: String(first), second: String(second), label, score: Number(score) };
});

/** Version of the calibration the scores were made with. */
export const calibrationVersion: string = data.calibration;
