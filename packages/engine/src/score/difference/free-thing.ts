import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';
import { neighboursOf, rectangleAround, takeRegion } from './grid-regions.ts';
import type { CellRectangle } from './grid-regions.ts';

/** Cells of the thing that stands free in a picture, and of the ground around it, 0 or 1 a cell; its outline is neither. */
export interface FreeThing {
  readonly within: Uint8Array;
  readonly ground: Uint8Array;
  /** Whether the rim cuts it off, or something else reaches the rim. */
  readonly isCutOff: boolean;
}

/** When a thing counts as standing free; a part of the rule's version. */
export interface FreeThingRule {
  /** Share of the rim that is ground in the picture in which the thing stands free. */
  readonly leastGround: number;
  /** Share of the cells along the rim that have content, from which on the thing counts as cut off. */
  readonly mostAtRim: number;
  /** Share of the rim up to which a gap between content at the rim is the thing, cut off there, and not the ground. */
  readonly cutOff: number;
  /** Cells within the outline from which on there is something to compare. */
  readonly leastWithin: number;
  /** Share of a thing's cells that lie within its outline: letters are all outline. */
  readonly leastWithinShare: number;
}

export const freeThingRule: FreeThingRule = {
  leastGround: 0.7,
  mostAtRim: 0.06,
  cutOff: 0.2,
  leastWithin: 6,
  leastWithinShare: 0.3,
};

type Cells = Pick<DifferenceCells, 'columns' | 'rows' | 'states'>;

/** Cells in which one picture has content. */
function contentOf({ states }: Cells, own: CellState): Uint8Array {
  const shown: ReadonlySet<CellState> = new Set<CellState>(['agrees', 'conflicts', own]);
  return states.map((state) => (shown.has(cellStates[state] ?? 'blank') ? 1 : 0));
}

const isOutside = ({ states }: Cells, at: number): boolean => cellStates[states[at] ?? 0] === 'outside';

/** The rectangle around what both pictures show. */
function overlapOf(cells: Cells): CellRectangle {
  const shown = Array.from(cells.states.keys()).filter((at) => !isOutside(cells, at));
  return rectangleAround(shown, cells.columns);
}

/** Cells along the rim of a rectangle, clockwise from the upper left. */
function rimOf({ left, right, top, bottom }: CellRectangle, columns: number): number[] {
  const across = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const down = Array.from({ length: bottom - top - 1 }, (_, at) => (top + 1 + at) * columns);
  return [
    ...across.map((x) => top * columns + x),
    ...down.map((start) => start + right),
    ...across.toReversed().map((x) => bottom * columns + x),
    ...down.toReversed().map((start) => start + left),
  ];
}

/** Cells of the rim that belong to the ground: not the short gaps between content, where a thing is cut off by the rim. */
function groundAtRim(rim: readonly number[], content: Uint8Array): number[] {
  const first = rim.findIndex((at) => content[at] === 1);
  if (first < 0) return [...rim];
  const gaps: number[][] = [[]];
  for (const at of [...rim.slice(first), ...rim.slice(0, first)]) {
    if (content[at] === 1) gaps.push([]);
    else gaps.at(-1)?.push(at);
  }
  return gaps.filter(({ length }) => length > freeThingRule.cutOff * rim.length).flat();
}

const countOf = (marked: Uint8Array): number => marked.reduce((sum, value) => sum + value, 0);

/** Cells of the ground: what hangs together with it along the rim, and everything beyond the rim. */
function groundOf(content: Uint8Array, { rim, overlap, columns }: Surroundings): Uint8Array {
  const { left, right, top, bottom } = overlap;
  const isBeyond = (at: number): boolean => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    return x < left || x > right || y < top || y > bottom;
  };
  const free = content.map((value, at) => (isBeyond(at) ? 0 : 1 - value));
  const ground = content.map((_, at) => (isBeyond(at) ? 1 : 0));
  const grid = { columns, rows: content.length / columns, corners: false };
  for (const at of takeRegion(free, rim, grid)) ground[at] = 1;
  return ground;
}

/** Where the ground of a picture begins. */
interface Surroundings {
  /** Cells of the ground along the rim. */
  readonly rim: readonly number[];
  readonly overlap: CellRectangle;
  readonly columns: number;
}

/** The thing that stands free in one picture; undefined where nothing does. */
function freeIn(cells: Cells, overlap: CellRectangle, own: CellState): FreeThing | undefined {
  const { columns, rows } = cells;
  const content = contentOf(cells, own);
  const all = rimOf(overlap, columns);
  const rim = groundAtRim(all, content);
  const { leastGround, mostAtRim, leastWithin, leastWithinShare } = freeThingRule;
  if (rim.length < leastGround * all.length) return undefined;
  const ground = groundOf(content, { rim, overlap, columns });
  const isRim = new Set(all);
  // What lies along the rim is cut: a copy shows a little more or less of it.
  const within = ground.map((value, at) =>
    value === 0 &&
    !isRim.has(at) &&
    neighboursOf(at, { columns, rows, corners: true }).every((next) => ground[next] === 0)
      ? 1
      : 0,
  );
  const [inside, outside] = [countOf(within), countOf(ground)];
  const isThing = inside >= leastWithin && inside >= leastWithinShare * (ground.length - outside);
  const isCutOff = all.filter((at) => content[at] === 1).length > mostAtRim * all.length;
  return isThing ? { within, ground, isCutOff } : undefined;
}

/**
 * What stands free in either picture: its content does not reach the rim, or is cut off there. Of two the smaller: what
 * sticks out of the other is something that was laid over it.
 */
export function freeThing(cells: Cells): FreeThing | undefined {
  const overlap = overlapOf(cells);
  if (overlap.right - overlap.left < 2 || overlap.bottom - overlap.top < 2) return undefined;
  const found = (['first-only', 'second-only'] as const)
    .map((own) => freeIn(cells, overlap, own))
    .filter((thing) => thing !== undefined);
  const sizes = found.map(({ within }) => countOf(within));
  return found[sizes.indexOf(Math.min(...sizes))];
}
