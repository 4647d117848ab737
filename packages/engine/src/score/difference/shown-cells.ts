import { cellSide } from './cell-grid.ts';
import type { CellValues } from './cell-values.ts';
import { cellStates } from './difference-evidence.ts';
import type { ColourDifference } from './colour-conflict.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';
import type { RegisteredPair } from './register.ts';

/** From this weight on a cell has content, and from this agreement on it agrees. */
const leastContent = 0.3;
const leastAgreement = 0.5;

function stateOf({ comparison }: RegisteredPair, values: CellValues, cell: number): CellState {
  const { weights, otherWeights, cells, isFirstReference } = comparison;
  if (cells.inside[cell] === 0) return 'outside';
  const [own, other] = [weights[cell] as number, otherWeights[cell] as number];
  if (Math.max(own, other) < leastContent) return 'blank';
  if ((values.agreement[cell] as number) >= leastAgreement) return 'agrees';
  if (Math.min(own, other) >= leastContent) return 'conflicts';
  return own > other === isFirstReference ? 'first-only' : 'second-only';
}

/** The compared cells as they are shown, in the picture that served as reference. */
export function shownCells(
  registered: RegisteredPair,
  values: CellValues,
  { otherColour, otherLight, tones }: Omit<ColourDifference, 'conflict'>,
): DifferenceCells {
  const { comparison } = registered;
  const { grid } = comparison.cells;
  const { width, height } = comparison.laid.reference.plane;
  const [left, top] = [grid.left[0] ?? 0, grid.top[0] ?? 0];
  return {
    of: comparison.isFirstReference ? 'first' : 'second',
    columns: grid.columns,
    rows: grid.rows,
    left: left / width,
    top: top / height,
    right: (left + grid.columns * cellSide) / width,
    bottom: (top + grid.rows * cellSide) / height,
    states: Uint8Array.from(comparison.weights, (_, cell) => cellStates.indexOf(stateOf(registered, values, cell))),
    agreement: values.agreement,
    otherColour,
    otherLight,
    tones,
    weight: comparison.weights.map((weight, cell) => Math.max(weight, comparison.otherWeights[cell] as number)),
  };
}
