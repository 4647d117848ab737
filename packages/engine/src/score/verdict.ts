/** What a score means, in words; the bounds are those of the calibration's stated meaning. */
export const verdicts = [
  { name: 'identical', from: 1, words: 'the same picture, pixel for pixel' },
  { name: 'copy', from: 0.9, words: 'almost certainly the same picture, changed, or the same item again' },
  { name: 'same-item', from: 0.7, words: 'very likely the same picture or the same item' },
  { name: 'likely', from: 0.5, words: 'probably the same item' },
  { name: 'related', from: 0.3, words: 'perhaps the same kind of thing' },
  { name: 'different', from: 0, words: 'different pictures' },
] as const;

export type Verdict = (typeof verdicts)[number];

/** The verdict for a score in 0…1. */
export function verdictOf(score: number): Verdict {
  return verdicts.find(({ from }) => score >= from) ?? verdicts[verdicts.length - 1] ?? verdicts[5];
}

/** The score from which on a verdict holds. */
export function boundOf(name: Verdict['name']): number {
  return verdicts.find((verdict) => verdict.name === name)?.from ?? 0;
}
