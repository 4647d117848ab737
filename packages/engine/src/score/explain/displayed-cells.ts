import { cellStates } from '../difference/difference-evidence.ts';
import type {
  CellState,
  DifferenceCase,
  DifferenceCells,
  DifferenceEvidence,
} from '../difference/difference-evidence.ts';
import { defaultRule } from '../difference/difference-rule.ts';
import { replacedPlace, replacedShare } from '../difference/replaced-place.ts';
import { recolouredCells } from './other-colours.ts';

/** Cases in which colours count. */
const colouredCases: ReadonlySet<DifferenceCase> = new Set(['same-form-other-print', 'same-form-other-colour']);
/** States that speak of brightness alone: nothing differs there. */
const alike: ReadonlySet<CellState> = new Set(['blank', 'agrees']);
/** Share of a cell in other colours from which on it is shown as conflicting. */
const otherColour = 0.5;

/** Share of a replaced place from which on it has its part in the score, and other brightness, in levels, at which a cell of it shows fully. */
const leastReplaced = defaultRule.replaced[0]?.[0] ?? 1;
const otherLight = 96;

/** How plainly each cell is shown although its edges say nothing, 0…1; 0 where it is not. */
type Shown = Float32Array;

/** Cells whose colours are shown: where they decided, all that differ; in a copy only what is told in a note. */
function shownInColour({ case: name, cells }: Pick<DifferenceEvidence, 'case' | 'cells'>): Shown {
  const told = name === 'seen-again' ? recolouredCells(cells) : undefined;
  if (told === undefined && !colouredCases.has(name)) return new Float32Array(cells.states.length);
  return cells.otherColour.map((share, at) => ((told?.[at] ?? share >= otherColour) ? share : 0));
}

/** Where another picture is in the place, however bland it is, also what has no edges is shown. */
function showReplaced({ case: name, cells }: Pick<DifferenceEvidence, 'case' | 'cells'>, shown: Shown): void {
  if (name !== 'same-form-other-print' || replacedShare(cells) < leastReplaced) return;
  for (const at of replacedPlace(cells))
    shown[at] = Math.max(shown[at] ?? 0, Math.min(1, (cells.otherLight[at] ?? 0) / otherLight));
}

/**
 * Cells as they are shown and told: where colours count, what has another colour conflicts, however alike its brightness
 * is; its colours are its content. So does what has another brightness in a place where another picture is.
 */
export function displayedCells(evidence: Pick<DifferenceEvidence, 'case' | 'cells'>): DifferenceCells {
  const { cells } = evidence;
  const shown = shownInColour(evidence);
  showReplaced(evidence, shown);
  if (shown.every((share) => share === 0)) return cells;
  const isOther = (at: number): boolean =>
    (shown[at] ?? 0) > 0 && alike.has(cellStates[cells.states[at] ?? 0] ?? 'blank');
  return {
    ...cells,
    states: cells.states.map((state, at) => (isOther(at) ? cellStates.indexOf('conflicts') : state)),
    weight: cells.weight.map((weight, at) => (isOther(at) ? Math.max(weight, shown[at] ?? 0) : weight)),
  };
}
