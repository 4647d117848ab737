/** The value below which a share of numbers in rising order lies; NaN for none. */
export function quantile(rising: readonly number[], share: number): number {
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? Number.NaN;
}

/** The middle of some numbers in any order; NaN for none. */
export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((first, second) => first - second),
    0.5,
  );
}
