import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';
import { connectedRegions } from './grid-regions.ts';

/** When a place counts as replaced by another picture, however little is in that; a part of the rule's version. */
export const replacedPlaceRule = {
  /** Levels of brightness from which on a cell has another tone: light and paper have changed less by then. */
  otherLight: 28,
  /** Share of a cell in other colours from which on it has other colours. */
  otherColour: 0.5,
  /** Share of the place's cells with content that is not in the other picture: a ground that was made darker has none. */
  content: 0.2,
} as const;

type Cells = Pick<DifferenceCells, 'columns' | 'rows' | 'states' | 'otherColour' | 'otherLight'>;

const differing: ReadonlySet<CellState> = new Set(['conflicts', 'first-only', 'second-only']);

/** Whether a cell neither agrees nor has the tone of the other picture's. */
function isReplaced({ otherColour, otherLight }: Cells, at: number, state: CellState): boolean {
  if (state === 'agrees' || state === 'outside') return false;
  const { otherLight: light, otherColour: colour } = replacedPlaceRule;
  return (otherLight[at] ?? 0) >= light || (otherColour[at] ?? 0) >= colour;
}

const statesOf = ({ states }: Cells): CellState[] => Array.from(states, (state) => cellStates[state] ?? 'blank');

/**
 * The largest connected place in which one picture has content, the other another tone all over. Edges alone
 * cannot tell a bland picture in a frame from a frame left empty: what is not there contradicts nothing. Its tone does; and what is laid over a
 * copy, such as a stamp, leaves the tone beside its strokes.
 * @returns its cells; none where there is no such place.
 */
export function replacedPlace(cells: Cells): readonly number[] {
  const states = statesOf(cells);
  const marked = Uint8Array.from(states, (state, at) => (isReplaced(cells, at, state) ? 1 : 0));
  let largest: readonly number[] = [];
  for (const place of connectedRegions(marked, { columns: cells.columns, rows: cells.rows, corners: false })) {
    const content = place.filter((at) => differing.has(states[at] ?? 'blank')).length;
    if (content >= replacedPlaceRule.content * place.length && place.length > largest.length) largest = place;
  }
  return largest;
}

/** The replaced place's share of what both pictures show, 0…1. */
export function replacedShare(cells: Cells): number {
  const shown = statesOf(cells).filter((state) => state !== 'outside').length;
  return replacedPlace(cells).length / Math.max(1, shown);
}
