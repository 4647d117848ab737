/** What a score means, in words; the bounds are those of the calibration's stated meaning. */
export const verdicts = [
  { name: 'identical', from: 1, words: { en: 'the same picture, pixel for pixel', zh: '同一张图片，像素完全相同' } },
  {
    name: 'copy',
    from: 0.9,
    words: {
      en: 'almost certainly the same picture, changed, or the same item again',
      zh: '几乎可以肯定是同一张图片（经过改动），或同一物品的另一张照片',
    },
  },
  {
    name: 'same-item',
    from: 0.7,
    words: { en: 'very likely the same picture or the same item', zh: '很可能是同一张图片或同一件物品' },
  },
  { name: 'likely', from: 0.5, words: { en: 'probably the same item', zh: '可能是同一件物品' } },
  { name: 'related', from: 0.3, words: { en: 'perhaps the same kind of thing', zh: '也许是同类物品' } },
  { name: 'different', from: 0, words: { en: 'different pictures', zh: '不同的图片' } },
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

/** Whether a verdict says that both pictures show the same. */
export function meansSame({ from }: Verdict): boolean {
  return from >= boundOf('likely');
}

/** The scores, 0…1, from and to which a verdict holds. */
export function rangeOf({ name, from }: Verdict): { readonly from: number; readonly to: number } {
  const above = verdicts[verdicts.findIndex((verdict) => verdict.name === name) - 1];
  return { from, to: above?.from ?? 1 };
}
