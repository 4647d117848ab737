import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';
import { neighboursOf, plainlyDisagrees, connectedRegions, takeRegion } from './grid-regions.ts';

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
type Cells = Pick<DifferenceCells, 'columns' | 'rows' | 'states' | 'agreement' | 'weight'>;

const stateAt = ({ states }: Cells, at: number): CellState => cellStates[states[at] ?? 0] ?? 'blank';

/** Cells in which one picture has content. */
function contentOf(cells: Cells, own: CellState): Uint8Array {
  const shown: ReadonlySet<CellState> = new Set<CellState>(['agrees', 'conflicts', own]);
  return cells.states.map((_, at) => (shown.has(stateAt(cells, at)) ? 1 : 0));
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
  const { columns, rows } = cells;
  const ground = new Uint8Array(free.length);
  for (const at of takeRegion(free, rim, { columns, rows, corners: false })) ground[at] = 1;
  const within = ground.map((value, at) =>
    value === 0 && neighboursOf(at, { columns, rows, corners: true }).every((next) => ground[next] === 0) ? 1 : 0,
  );
  const [inside, outside] = [countOf(within), countOf(ground)];
  const isThing = inside >= leastWithin && inside >= leastWithinShare * (ground.length - outside);
  return isThing ? within : undefined;
}

/** Content of the largest place of marked cells. */
function largestPlace(marked: Uint8Array, { columns, rows, weight }: Cells): number {
  const contents = connectedRegions(marked, { columns, rows, corners: true }).map((place) =>
    place.toSorted((a, b) => a - b).reduce((sum, cell) => sum + (weight[cell] ?? 0), 0),
  );
  return Math.max(0, ...contents);
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
    if (plainlyDisagrees(weight, agreement)) marked[at] = 1;
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
