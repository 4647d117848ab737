import { cellStates } from '../difference/difference-evidence.ts';
import type {
  CellState,
  DifferenceCase,
  DifferenceCells,
  DifferenceEvidence,
} from '../difference/difference-evidence.ts';
import { recolouredCells } from './other-colours.ts';

/** Cases in which colours count. */
const colouredCases: ReadonlySet<DifferenceCase> = new Set(['same-form-other-print', 'same-form-other-colour']);
/** States that speak of brightness alone: nothing differs there. */
const alike: ReadonlySet<CellState> = new Set(['blank', 'agrees']);
/** Share of a cell in other colours from which on it is shown as conflicting. */
const otherColour = 0.5;

/** Cells whose colours are shown: where they decided, all that differ; in a copy only what is told in a note. */
function shownInColour({ case: name, cells }: Pick<DifferenceEvidence, 'case' | 'cells'>): Uint8Array {
  if (colouredCases.has(name)) return Uint8Array.from(cells.otherColour, (share) => (share >= otherColour ? 1 : 0));
  return name === 'seen-again' ? recolouredCells(cells) : new Uint8Array(cells.states.length);
}

/**
 * Cells as they are shown and told: where colours count, what has another colour conflicts, however alike its brightness
 * is; its colours are its content.
 */
export function displayedCells(evidence: Pick<DifferenceEvidence, 'case' | 'cells'>): DifferenceCells {
  const { cells } = evidence;
  const shown = shownInColour(evidence);
  if (!shown.includes(1)) return cells;
  const isRecoloured = (at: number): boolean =>
    shown[at] === 1 && alike.has(cellStates[cells.states[at] ?? 0] ?? 'blank');
  return {
    ...cells,
    states: cells.states.map((state, at) => (isRecoloured(at) ? cellStates.indexOf('conflicts') : state)),
    weight: cells.weight.map((weight, at) =>
      isRecoloured(at) ? Math.max(weight, cells.otherColour[at] ?? 0) : weight,
    ),
  };
}
