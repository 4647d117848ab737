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

/**
 * The largest connected place in which one picture has content, the other another tone all over, of what both show, 0…1. Edges alone
 * cannot tell a bland picture in a frame from a frame left empty: what is not there contradicts nothing. Its tone does; and what is laid over a
 * copy, such as a stamp, leaves the tone beside its strokes.
 */
export function replacedShare(cells: Cells): number {
  const states = Array.from(cells.states, (state) => cellStates[state] ?? 'blank');
  const marked = Uint8Array.from(states, (state, at) => (isReplaced(cells, at, state) ? 1 : 0));
  const shown = states.filter((state) => state !== 'outside').length;
  let largest = 0;
  for (const place of connectedRegions(marked, { columns: cells.columns, rows: cells.rows, corners: false })) {
    const content = place.filter((at) => differing.has(states[at] ?? 'blank')).length;
    if (content >= replacedPlaceRule.content * place.length) largest = Math.max(largest, place.length);
  }
  return largest / Math.max(1, shown);
}
