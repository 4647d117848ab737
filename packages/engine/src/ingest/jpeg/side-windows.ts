import { placesOf, planSide } from '../portable/lanczos-plan.ts';
import type { Place } from '../portable/lanczos-plan.ts';

/** How one side of a picture is scaled: for each place of the result its first pair of samples, and the weights from there on. */
export interface SideWindows {
  readonly to: number;
  /** Pairs of samples, of an even one and the next, for each place. */
  readonly pairs: number;
  readonly first: Int32Array;
  /** Words of twelve fraction bits, two a pair. */
  readonly weights: Int16Array;
}

/** A side before and after it is scaled. */
export interface SideScale {
  readonly from: number;
  /** At least 1, the same for both sides. */
  readonly shrink: number;
  /** Places that libvips makes at a time; all of them where it is absent. */
  readonly strip?: number;
}

const kept = new Map<string, SideWindows | undefined>();
const mostKept = 256;

/** Writes the weights of a place: samples outside of the picture count for those at its edge. @returns its first pair */
function writeWindow({ first, mask }: Place, last: number, weights: Int16Array): number {
  const clamped = (at: number): number => Math.min(last, Math.max(0, at));
  const pair = clamped(first) >> 1;
  for (const [tap, weight] of mask.entries()) {
    const at = clamped(first + tap) - 2 * pair;
    weights[at] = (weights[at] as number) + weight;
  }
  return pair;
}

function makeWindows({ from, shrink, strip }: SideScale): SideWindows | undefined {
  const plan = planSide(from, Math.min(shrink, from));
  if (plan.box > 1) return undefined;
  // As many weights as there are, and one more where the first sample is an odd one.
  const pairs = Math.ceil((plan.points + 1) / 2);
  const [first, weights] = [new Int32Array(plan.to), new Int16Array(2 * plan.to * pairs)];
  for (const [at, place] of placesOf(plan, strip ?? plan.to).entries())
    first[at] = writeWindow(place, from - 1, weights.subarray(2 * at * pairs, 2 * (at + 1) * pairs));

  return { to: plan.to, pairs, first, weights };
}

/** Windows by libvips's kernel; undefined where it would average whole samples first. */
export function sideWindows(scale: SideScale): SideWindows | undefined {
  const key = `${scale.from}:${scale.shrink}:${scale.strip ?? 0}`;
  if (kept.has(key)) return kept.get(key);
  const windows = makeWindows(scale);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, windows);
  return windows;
}
