import { cellStates } from '../difference/difference-evidence.ts';
import type {
  CellState,
  DifferenceCase,
  DifferenceCells,
  DifferenceEvidence,
} from '../difference/difference-evidence.ts';

/** Cases in which colours count. */
const colouredCases: ReadonlySet<DifferenceCase> = new Set(['same-form-other-print', 'same-form-other-colour']);
/** States that speak of brightness alone: nothing differs there. */
const alike: ReadonlySet<CellState> = new Set(['blank', 'agrees']);
/** Share of a cell in other colours from which on it is shown as conflicting. */
const otherColour = 0.5;

/**
 * Cells as they are shown and told: where colours decided, what has another colour conflicts, however alike its brightness
 * is; its colours are its content.
 */
export function displayedCells({ case: name, cells }: Pick<DifferenceEvidence, 'case' | 'cells'>): DifferenceCells {
  if (!colouredCases.has(name)) return cells;
  const isRecoloured = (at: number): boolean =>
    (cells.otherColour[at] ?? 0) >= otherColour && alike.has(cellStates[cells.states[at] ?? 0] ?? 'blank');
  return {
    ...cells,
    states: cells.states.map((state, at) => (isRecoloured(at) ? cellStates.indexOf('conflicts') : state)),
    weight: cells.weight.map((weight, at) =>
      isRecoloured(at) ? Math.max(weight, cells.otherColour[at] ?? 0) : weight,
    ),
  };
}
