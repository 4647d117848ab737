import { inverseAffine } from './affine.ts';
import { cellStates } from './difference-evidence.ts';
import type { CellState, MeasuredDifference, Registration } from './difference-evidence.ts';

const swapped: Readonly<Partial<Record<CellState, CellState>>> = {
  'first-only': 'second-only',
  'second-only': 'first-only',
};

function swappedState(state: number): number {
  const name = cellStates[state] ?? 'blank';
  return cellStates.indexOf(swapped[name] ?? name);
}

/** The same with first and second exchanged. */
export function swappedDifference({ numbers, registration, cells }: MeasuredDifference): MeasuredDifference {
  // What mirrors and turns undoes itself by mirroring and turning the same way.
  const back = registration.mirrored ? registration.quarterTurns : (4 - registration.quarterTurns) % 4;
  const quarterTurns = back as Registration['quarterTurns'];
  return {
    numbers: { ...numbers, coversFirst: numbers.coversSecond, coversSecond: numbers.coversFirst },
    registration: { ...registration, toSecond: inverseAffine(registration.toSecond), quarterTurns },
    cells: { ...cells, of: cells.of === 'first' ? 'second' : 'first', states: cells.states.map(swappedState) },
  };
}
