import { applyAffine, inverseAffine } from '../difference/affine.ts';
import { cellStates } from '../difference/difference-evidence.ts';
import type { CellState, DifferenceCells, DifferenceEvidence } from '../difference/difference-evidence.ts';
import { rectangleAround } from '../difference/grid-regions.ts';
import type { CellRectangle } from '../difference/grid-regions.ts';
import type { PixelBox } from '../notes.ts';
import { displayedCells } from './displayed-cells.ts';
import type { Size } from './overlap.ts';
import type { ShareBox } from './place-words.ts';

/** What a region shows: the same in both; something else in each; something that one of them lacks. */
export type RegionKind = Exclude<CellState, 'blank' | 'outside'>;

/** Connected cells of one kind, where they lie in both pictures. */
export interface DifferenceRegion {
  readonly kind: RegionKind;
  /** Its part of all content that was compared, 0…1. */
  readonly share: number;
  readonly first: PixelBox;
  readonly second: PixelBox;
}

/** Regions reported at most, largest first. */
const mostRegions = 24;
/** Less than this share of the content is not worth a rectangle. */
const leastShare = 0.004;

const kindOf = ({ states }: DifferenceCells, at: number): CellState => cellStates[states[at] ?? 0] ?? 'blank';

/** A cell's rectangle in the picture that has the grid, in shares. */
export function cellBox({ columns, rows, left, top, right, bottom }: DifferenceCells, at: number): ShareBox {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const [width, height] = [(right - left) / columns, (bottom - top) / rows];
  const [x, y] = [left + column * width, top + row * height];
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** A rectangle of cells in the picture that has the grid, in shares. */
function rectangleBox(cells: DifferenceCells, { left, right, top, bottom }: CellRectangle): ShareBox {
  const first = cellBox(cells, top * cells.columns + left);
  const last = cellBox(cells, bottom * cells.columns + right);
  return { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
}

/** The rectangle around at least one cell, in shares of the picture that has the grid. */
export function boxAround(cells: DifferenceCells, places: readonly number[]): ShareBox {
  return rectangleBox(cells, rectangleAround(places, cells.columns));
}

const corners = ({ left, top, right, bottom }: ShareBox): readonly (readonly [number, number])[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

const around = (points: readonly (readonly [number, number])[]): ShareBox => ({
  left: Math.min(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  right: Math.max(...points.map(([x]) => x)),
  bottom: Math.max(...points.map(([, y]) => y)),
});

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Corners of a rectangle of the grid's picture, in the first and in the second picture, in shares. */
export function inBoth(
  { cells, registration }: Pick<DifferenceEvidence, 'cells' | 'registration'>,
  box: ShareBox,
): readonly [first: readonly (readonly [number, number])[], second: readonly (readonly [number, number])[]] {
  const own = corners(box);
  const map = cells.of === 'first' ? registration.toSecond : inverseAffine(registration.toSecond);
  const other = own.map((point) => applyAffine(map, point));
  return cells.of === 'first' ? [own, other] : [other, own];
}

/** A rectangle in pixels of a file. */
export function pixelsOf(box: ShareBox, size: Size): PixelBox {
  return pixelBox(corners(box), size);
}

/** The rectangle around points in shares, in pixels of a file. */
export function pixelBox(points: readonly (readonly [number, number])[], [width, height]: Size): PixelBox {
  const { left, top, right, bottom } = around(points);
  const [x, y] = [Math.round(within(left) * width), Math.round(within(top) * height)];
  return {
    left: x,
    top: y,
    width: Math.max(1, Math.round(within(right) * width) - x),
    height: Math.max(1, Math.round(within(bottom) * height) - y),
  };
}

/** Cells of one kind that hang together, starting from one of them; marks them as seen. */
function connected(cells: DifferenceCells, start: number, seen: Uint8Array): number[] {
  const { columns, rows } = cells;
  const kind = kindOf(cells, start);
  const found = [start];
  seen[start] = 1;
  for (let next = 0; next < found.length; next += 1) {
    const at = found[next] ?? 0;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const beside = [
      column > 0 ? at - 1 : -1,
      column < columns - 1 ? at + 1 : -1,
      row > 0 ? at - columns : -1,
      row < rows - 1 ? at + columns : -1,
    ];
    for (const to of beside) {
      if (to < 0 || seen[to] === 1 || kindOf(cells, to) !== kind) continue;
      seen[to] = 1;
      found.push(to);
    }
  }
  return found;
}

const isTold = (kind: CellState): kind is RegionKind => kind !== 'blank' && kind !== 'outside';

/** Regions of what agrees and what does not, in pixels of each file, largest first. */
export function regionsOf(evidence: DifferenceEvidence, sizes: readonly [Size, Size]): DifferenceRegion[] {
  const cells = displayedCells(evidence);
  const seen = new Uint8Array(cells.states.length);
  const weightOf = (members: readonly number[]): number =>
    members.reduce((sum, at) => sum + (cells.weight[at] ?? 0), 0);
  const all = Math.max(1e-6, weightOf([...cells.states.keys()]));
  const regions: DifferenceRegion[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    const kind = kindOf(cells, start);
    if (seen[start] === 1 || !isTold(kind)) continue;
    const members = connected(cells, start, seen);
    const box = boxAround(cells, members);
    const [first, second] = inBoth(evidence, box);
    const share = weightOf(members) / all;
    regions.push({ kind, share, first: pixelBox(first, sizes[0]), second: pixelBox(second, sizes[1]) });
  }
  return regions
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostRegions);
}

/** Cells at the rim whose content is less than this share are left out of where something lies. */
const rimShare = 0.12;

/** A region that holds this share of its kind stands for all of it. */
const mainShare = 0.5;

/** The largest connected region of a kind, if it holds most of it: in shares of the picture that has the grid. */
function mainRegion(cells: DifferenceCells, kinds: ReadonlySet<CellState>): ShareBox | undefined {
  const seen = new Uint8Array(cells.states.length);
  const weightOf = (members: readonly number[]): number =>
    members.reduce((sum, at) => sum + (cells.weight[at] ?? 0), 0);
  const groups = Array.from(cells.states.keys(), (at) =>
    seen[at] === 1 || !kinds.has(kindOf(cells, at)) ? [] : connected(cells, at, seen),
  );
  const largest = groups.reduce((best, group) => (weightOf(group) > weightOf(best) ? group : best), []);
  if (largest.length === 0 || weightOf(largest) < mainShare * weightOf(groups.flat())) return undefined;
  return boxAround(cells, largest);
}

/**
 * Where most content of some kinds lies, in shares of the picture that has the grid; `undefined` where there is none.
 */
export function extentOf(cells: DifferenceCells, kinds: ReadonlySet<CellState>): ShareBox | undefined {
  const main = mainRegion(cells, kinds);
  if (main !== undefined) return main;
  const columns = new Float64Array(cells.columns);
  const rows = new Float64Array(cells.rows);
  cells.states.forEach((_, at) => {
    if (!kinds.has(kindOf(cells, at))) return;
    const [column, row] = [at % cells.columns, Math.floor(at / cells.columns)];
    const weight = cells.weight[at] ?? 0;
    columns[column] = (columns[column] ?? 0) + weight;
    rows[row] = (rows[row] ?? 0) + weight;
  });
  const [across, down] = [middleOf(columns), middleOf(rows)];
  if (across === undefined || down === undefined) return undefined;
  return rectangleBox(cells, { left: across[0], right: across[1], top: down[0], bottom: down[1] });
}

/** First and last index between which all but the rims' share of the sum lies. */
function middleOf(sums: Float64Array): readonly [number, number] | undefined {
  const total = sums.reduce((sum, value) => sum + value, 0);
  if (total <= 0) return undefined;
  let before = 0;
  let [from, to] = [0, sums.length - 1];
  while (from < to && before + (sums[from] ?? 0) <= rimShare * total) before += sums[from++] ?? 0;
  let behind = 0;
  while (to > from && behind + (sums[to] ?? 0) <= rimShare * total) behind += sums[to--] ?? 0;
  return [from, to];
}
