import { placesOf, planSide } from '../portable/lanczos-plan.ts';

/** How one side of a picture is scaled: for each place of the result its first sample, and the weights from there on. */
export interface SideWindows {
  readonly to: number;
  /** Weights of each place; the same number for all, of which the last may be zero. */
  readonly taps: number;
  readonly first: Int32Array;
  /** Words of twelve fraction bits. */
  readonly weights: Int16Array;
}

/** A side before and after it is scaled. */
export interface SideScale {
  readonly from: number;
  /** At least 1, the same for both sides. */
  readonly shrink: number;
  /** Places that libvips makes at a time; all of them where it is absent. */
  readonly strip?: number;
  /** Weights come in groups of so many. */
  readonly group: number;
}

const kept = new Map<string, SideWindows | undefined>();
const mostKept = 256;

/** Weights of samples outside of the picture count for those at its edge. */
function writeWindow(
  { first, mask }: { readonly first: number; readonly mask: Int16Array },
  last: number,
  weights: Int16Array,
): number {
  const clamped = (at: number): number => Math.min(last, Math.max(0, at));
  const start = clamped(first);
  for (const [tap, weight] of mask.entries()) {
    const at = clamped(first + tap) - start;
    weights[at] = (weights[at] as number) + weight;
  }
  return start;
}

function makeWindows({ from, shrink, strip, group }: SideScale): SideWindows | undefined {
  const plan = planSide(from, Math.min(shrink, from));
  if (plan.box > 1) return undefined;
  const taps = Math.ceil(plan.points / group) * group;
  const [first, weights] = [new Int32Array(plan.to), new Int16Array(plan.to * taps)];
  for (const [at, place] of placesOf(plan, strip ?? plan.to).entries())
    first[at] = writeWindow(place, from - 1, weights.subarray(at * taps, (at + 1) * taps));

  return { to: plan.to, taps, first, weights };
}

/** Windows by libvips's kernel; undefined where it would average whole samples first. */
export function sideWindows(scale: SideScale): SideWindows | undefined {
  const key = Object.values(scale).join(':');
  if (kept.has(key)) return kept.get(key);
  const windows = makeWindows(scale);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, windows);
  return windows;
}
