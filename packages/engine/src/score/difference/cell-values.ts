import { blendCoarse } from './blend-coarse.ts';
import { blendFine } from './blend-fine.ts';
import type { DetailedPicture } from './level.ts';
import type { RegisteredPair } from './register.ts';
import { valuesOfCells } from './values-of-cells.ts';
import type { BlendedValues } from './values-of-cells.ts';

/** What each cell says in the end; one entry a cell of the base resolution. */
export interface CellValues extends BlendedValues {
  /** Mean share of detail finer than the base resolution that both pictures have, 0…1. */
  readonly fineDetail: number;
}

/** Agreement and containment of every cell, at the resolution that both pictures have. */
export function cellValues(
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): CellValues {
  const { laid, cells } = registered.comparison;
  const pair = { reference: laid.reference.gradients, other: laid.warped };
  const values = valuesOfCells(cells, pair, registered.gain);
  blendCoarse(values, pictures, registered);
  return { ...values, fineDetail: blendFine(values, pictures, registered) };
}
