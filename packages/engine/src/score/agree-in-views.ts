import { foundApart } from './found-apart.ts';

/** A view of a picture: a frame that may have been laid on a ground; absent for one that looks the same on every ground. */
interface View {
  readonly frame: number;
  readonly ground?: string;
}

/** Two views, and how alike they are, 0…1. */
export interface RatedViews<Viewed> {
  readonly first: Viewed;
  readonly second: Viewed;
  readonly score: number;
}

/** How alike two pictures are in all their frames. */
export interface ViewAgreement<Viewed> {
  /** The two views that are most alike. */
  readonly best: RatedViews<Viewed>;
  /** 0…1, see `agreeInViews`. */
  readonly score: number;
  /** Scores at which the frames of one side are found in the other, frames in order: of the side that says more. */
  readonly frames: readonly number[];
}

const sharesGround = (a: View, b: View): boolean =>
  a.ground === undefined || b.ground === undefined || a.ground === b.ground;

/** Views of one frame each, frames in order. */
function byFrame<Viewed extends View>(views: readonly Viewed[]): Viewed[][] {
  const frames = new Map<number, Viewed[]>();
  for (const view of views) frames.set(view.frame, [...(frames.get(view.frame) ?? []), view]);
  return [...frames.values()];
}

/**
 * All pairs of two frames' views that may be compared: those on one ground, of which an opaque view takes part in each.
 * Where no two share a ground, each stands out on its own one only, and these are compared: a black emblem on white
 * with a white one on black.
 */
function comparable<Viewed extends View>(a: readonly Viewed[], b: readonly Viewed[]): (readonly [Viewed, Viewed])[] {
  const all = a.flatMap((one) => b.map((two) => [one, two] as const));
  const shared = all.filter(([one, two]) => sharesGround(one, two));
  return shared.length > 0 ? shared : all;
}

function bestOf<Viewed extends View>(
  a: readonly Viewed[],
  b: readonly Viewed[],
  rate: (first: Viewed, second: Viewed) => number,
): RatedViews<Viewed> {
  const rated = comparable(a, b).map(([first, second]) => ({ first, second, score: rate(first, second) }));
  return mostAlike(rated);
}

/** Of equal ones the first. */
function mostAlike<Viewed>(rated: readonly RatedViews<Viewed>[]): RatedViews<Viewed> {
  const [first, ...others] = rated;
  if (first === undefined) throw new RangeError('a picture needs at least one view');
  return others.reduce((best, next) => (next.score > best.score ? next : best), first);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Lists of equal meaning, the one with the higher mean; of equal ones the first. */
const fuller = (one: readonly number[], other: readonly number[]): readonly number[] =>
  mean(other) > mean(one) ? other : one;

const transposed = (table: readonly (readonly number[])[]): number[][] =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));

/**
 * Rates two pictures over all their views. Stills get the score of their best views. Of animations each frame is looked
 * up in the other. One lies within another where each of its frames has a frame of its own there, so that frames in another
 * order are found; two that hold frames for longer are the same where each finds all of its frames in the other. A single frame
 * that two of them share does not make them alike, however alike the frames of one are.
 */
export function agreeInViews<Viewed extends View>(
  first: readonly Viewed[],
  second: readonly Viewed[],
  rate: (first: Viewed, second: Viewed) => number,
): ViewAgreement<Viewed> {
  const columns = byFrame(second);
  const rated = byFrame(first).map((frame) => columns.map((column) => bestOf(frame, column, rate)));
  const table = rated.map((row) => row.map(({ score }) => score));
  const back = transposed(table);
  const [found, foundBack] = [table, back].map((side) => side.map((row) => Math.max(...row))) as [number[], number[]];
  const lesser = mean(foundBack) < mean(found) ? foundBack : found;
  const frames = fuller(lesser, fuller(foundApart(table), foundApart(back)));
  return { best: mostAlike(rated.flat()), score: mean(frames), frames };
}
