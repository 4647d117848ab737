import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';

/** What both pictures show of the thing that stands free in one of them, apart from the ground around it. */
export interface ArticleEvidence {
  /** Content on the thing, in cells: within its outline, which looks otherwise on another ground. */
  readonly contentCells: number;
  /** Of that content: what agrees, 0…1; 1 where there is none. */
  readonly agreeing: number;
  /** Largest connected place on it that disagrees, in cells. */
  readonly largestConflictCells: number;
  /** Content around it that disagrees, of all content that was compared, 0…1: another ground. */
  readonly otherGround: number;
}

/** Share of the cells along the rim that may have content in the picture in which the thing stands free. */
const mostAtRim = 0.06;
/** Cells within the outline from which on there is something to compare. */
const leastWithin = 6;
/** Share of a thing's cells that lie within its outline: letters are all outline. */
const leastWithinShare = 0.3;
/** Content and agreement of cells that plainly disagree; as for `DifferenceNumbers.largestConflict`. */
const strongContent = 0.5;
const disagreeing = 0.34;

type Cells = Pick<DifferenceCells, 'columns' | 'rows' | 'states' | 'agreement' | 'weight'>;

const stateAt = ({ states }: Cells, at: number): CellState => cellStates[states[at] ?? 0] ?? 'blank';

/** Cells in which one picture has content. */
function contentOf(cells: Cells, own: CellState): Uint8Array {
  const shown: ReadonlySet<CellState> = new Set<CellState>(['agrees', 'conflicts', own]);
  return cells.states.map((_, at) => (shown.has(stateAt(cells, at)) ? 1 : 0));
}

/** Cells beside or around a cell, on the grid. */
function around(at: number, { columns, rows }: Cells, corners: boolean): number[] {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  return [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((across) => {
      const [x, y] = [column + across, row + down];
      const isBeside = (across === 0) !== (down === 0);
      const isWanted = isBeside || (corners && across !== 0 && down !== 0);
      return isWanted && x >= 0 && y >= 0 && x < columns && y < rows ? [y * columns + x] : [];
    }),
  );
}

/** On which grid cells hang together, and whether those that touch at a corner do. */
interface Reach {
  readonly cells: Cells;
  readonly corners: boolean;
}

/** All marked cells that hang together with some of them. */
function spread(from: readonly number[], marked: Uint8Array, { cells, corners }: Reach): Uint8Array {
  const found = new Uint8Array(marked.length);
  const open = from.filter((at) => marked[at] === 1);
  for (const at of open) found[at] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of around(at, cells, corners)) {
      if (marked[next] === 0 || found[next] === 1) continue;
      found[next] = 1;
      open.push(next);
    }
  }
  return found;
}

function rimOf({ columns, rows }: Cells): number[] {
  return Array.from({ length: columns * rows }, (_, at) => at).filter((at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    return column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
  });
}

const countOf = (marked: Uint8Array): number => marked.reduce((sum, value) => sum + value, 0);

/** Cells within the outline of what stands free in one picture; undefined where nothing does. */
function withinOutline(cells: Cells, own: CellState): Uint8Array | undefined {
  const content = contentOf(cells, own);
  const rim = rimOf(cells);
  if (rim.filter((at) => content[at] === 1).length > mostAtRim * rim.length) return undefined;
  const free = content.map((value) => 1 - value);
  const ground = spread(rim, free, { cells, corners: false });
  const within = ground.map((value, at) =>
    value === 0 && around(at, cells, true).every((next) => ground[next] === 0) ? 1 : 0,
  );
  const [inside, outside] = [countOf(within), countOf(ground)];
  const isThing = inside >= leastWithin && inside >= leastWithinShare * (ground.length - outside);
  return isThing ? within : undefined;
}

function largestPlace(marked: Uint8Array, cells: Cells): number {
  const left = marked.slice();
  let largest = 0;
  for (let at = 0; at < left.length; at += 1) {
    if (left[at] === 0) continue;
    const place = spread([at], left, { cells, corners: true });
    let weight = 0;
    place.forEach((value, cell) => {
      if (value === 0) return;
      weight += cells.weight[cell] ?? 0;
      left[cell] = 0;
    });
    largest = Math.max(largest, weight);
  }
  return largest;
}

function evidenceWithin(cells: Cells, within: Uint8Array): ArticleEvidence {
  let [content, agreed, other, all] = [0, 0, 0, 0];
  const marked = new Uint8Array(within.length);
  within.forEach((isWithin, at) => {
    const state = stateAt(cells, at);
    if (state === 'outside') return;
    const [weight, agreement] = [cells.weight[at] ?? 0, cells.agreement[at] ?? 0];
    all += weight;
    if (isWithin === 0) {
      other += weight * (1 - agreement);
      return;
    }
    content += weight;
    agreed += weight * agreement;
    if (weight > strongContent && agreement < disagreeing) marked[at] = 1;
  });
  return {
    contentCells: content,
    agreeing: content > 0 ? agreed / content : 1,
    largestConflictCells: largestPlace(marked, cells),
    otherGround: all > 0 ? other / all : 0,
  };
}

/**
 * Asks where the conflict lies: on the thing that stands free in one of the pictures, or in the ground around it. A
 * thing stands free where the content of a picture does not reach its rim; its outline belongs to neither, since edges
 * turn round when a light ground becomes a dark one.
 * @returns undefined where nothing stands free, or it is too small.
 */
export function articleEvidence(cells: Cells): ArticleEvidence | undefined {
  if (cells.columns < 3 || cells.rows < 3) return undefined;
  const found = (['first-only', 'second-only'] as const)
    .map((own) => withinOutline(cells, own))
    .filter((within) => within !== undefined);
  const sizes = found.map(countOf);
  const smallest = found[sizes.indexOf(Math.min(...sizes))];
  return smallest === undefined ? undefined : evidenceWithin(cells, smallest);
}
