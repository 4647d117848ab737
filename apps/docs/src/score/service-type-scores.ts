import type { Estimate } from '../../../../tools/eval/evaluation-file.ts';
import { inPercent, percentSign } from './percent.ts';

/** Decimals of a share; more near 0 and 1, so that rare mistakes stay visible. */
function digitsOf(share: number): number {
  if (share <= 0 || share >= 1) return 0;
  if (share < 0.01 || share > 0.999) return 2;
  return share < 0.1 || share > 0.99 ? 1 : 0;
}

/** A share in per cent, such as `0.04 %`, `4.3 %`, `87 %` or `99.6 %`. */
export function percent(share: number): string {
  return inPercent(share, digitsOf(share));
}

/** The interval of a share, such as `97–99 %`; one value when both ends are written the same. */
export function interval({ low, high }: Estimate): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace(percentSign, '')}–${to}`;
}
