import type { FeatureSet } from '../../features/feature-set.ts';
import type { Raster } from '../../raster.ts';
import { localAgreement } from '../local-agreement.ts';
import { compose, determinantOf, inverseAffine, stretch, type Affine } from './affine.ts';
import { cellSide } from './cell-grid.ts';
import { cellValues, type CellValues } from './cell-values.ts';
import { colourConflict } from './colour-conflict.ts';
import {
  cellStates,
  type CellState,
  type DifferenceCells,
  type DifferenceEvidence,
  type Registration,
} from './difference-evidence.ts';
import { placementsOf } from './hypotheses.ts';
import { detailedPicture, type DetailedPicture } from './level.ts';
import { measureCells, type CellNumbers } from './measure-cells.ts';
import { registerPair, type RegisteredPair } from './register.ts';
import { boundsOf, defaultRule, rigidityOf, type DifferenceRule, type RuleInput } from './rule.ts';

/** Two pictures to be laid over each other; the first must not come after the second in canonical order. */
export interface DetailedPair {
  readonly features: readonly [FeatureSet, FeatureSet];
  /** The pictures in detail, see `detailSide`. */
  readonly rasters: readonly [Raster, Raster];
}

const mostGraphicColours = 160;
const leastGraphicBlank = 0.15;

function isGraphic({ features }: DetailedPair, { blank }: CellNumbers): boolean {
  return features.every(({ traits }) => traits.colours <= mostGraphicColours) && blank >= leastGraphicBlank;
}

function ruleInput(
  pair: DetailedPair,
  numbers: CellNumbers,
  other: { isFirst: boolean; values: CellValues; colour: number },
): RuleInput {
  const { covers, otherCovers, largestConflict, exactness, nearby, movement, contentCells, agreeing, conflicting } =
    numbers;
  const input = {
    agreeing,
    conflicting,
    largestConflict,
    exactness,
    nearby,
    movement,
    contentCells,
    coversFirst: other.isFirst ? covers : otherCovers,
    coversSecond: other.isFirst ? otherCovers : covers,
    colourConflict: other.colour,
    fineDetail: other.values.fineDetail,
    isGraphic: isGraphic(pair, numbers),
    joint: numbers.joint,
  };
  return { ...input, rigidity: rigidityOf(input) };
}

function registrationOf(
  [first, second]: readonly [DetailedPicture, DetailedPicture],
  { comparison, placement }: RegisteredPair,
): Registration {
  const toSecond = compose(
    stretch(1 / second.width, 1 / second.height),
    compose(comparison.toSecond, stretch(first.width, first.height)),
  );
  const [a, , , d] = comparison.toSecond;
  const mirrored = determinantOf(comparison.toSecond) < 0;
  const turned = Math.round((2 * Math.atan2(mirrored ? -d : d, mirrored ? -a : a)) / Math.PI);
  const quarterTurns = (((turned % 4) + 4) % 4) as Registration['quarterTurns'];
  return { toSecond, from: placement.from, mirrored, quarterTurns, inverted: false };
}

function stateOf(registered: RegisteredPair, values: CellValues, cell: number): CellState {
  const { weights, otherWeights, cells, isFirstReference } = registered.comparison;
  if (cells.inside[cell] === 0) return 'outside';
  const [own, other] = [weights[cell] as number, otherWeights[cell] as number];
  if (Math.max(own, other) < 0.3) return 'blank';
  if ((values.agreement[cell] as number) >= 0.5) return 'agrees';
  if (Math.min(own, other) >= 0.3) return 'conflicts';
  return own > other === isFirstReference ? 'first-only' : 'second-only';
}

function cellsOf(registered: RegisteredPair, values: CellValues): DifferenceCells {
  const { comparison } = registered;
  const { grid } = comparison.cells;
  const { width, height } = comparison.laid.reference.plane;
  const [left, top] = [grid.left[0] ?? 0, grid.top[0] ?? 0];
  const cells = grid.columns * grid.rows;
  return {
    of: comparison.isFirstReference ? 'first' : 'second',
    columns: grid.columns,
    rows: grid.rows,
    left: left / width,
    top: top / height,
    right: (left + grid.columns * cellSide) / width,
    bottom: (top + grid.rows * cellSide) / height,
    states: Uint8Array.from({ length: cells }, (_, cell) => cellStates.indexOf(stateOf(registered, values, cell))),
    agreement: values.agreement,
    weight: comparison.weights.map((weight, cell) => Math.max(weight, comparison.otherWeights[cell] as number)),
  };
}

/** Lays one picture over the other and compares them densely. */
export function differenceOf(pair: DetailedPair, rule: DifferenceRule = defaultRule): DifferenceEvidence {
  const pictures = [detailedPicture(pair.rasters[0]), detailedPicture(pair.rasters[1])] as const;
  const placements = placementsOf({
    features: pair.features,
    sizes: pictures,
    local: localAgreement(...pair.features),
  });
  const registered = registerPair(pictures, placements);
  const values = cellValues(pictures, registered);
  const numbers = measureCells(pictures, registered, values);
  const isFirst = registered.comparison.isFirstReference;
  const input = ruleInput(pair, numbers, { isFirst, values, colour: colourConflict(pictures, registered) });
  const { isGraphic: _graphic, joint: _joint, ...shown } = input;
  return {
    ...boundsOf(input, rule),
    registration: registrationOf(pictures, registered),
    numbers: shown,
    cells: cellsOf(registered, values),
  };
}

const swapStates: Readonly<Record<CellState, CellState>> = {
  blank: 'blank',
  agrees: 'agrees',
  conflicts: 'conflicts',
  'first-only': 'second-only',
  'second-only': 'first-only',
  outside: 'outside',
};

/** The same evidence with first and second exchanged. */
export function swappedDifference(evidence: DifferenceEvidence): DifferenceEvidence {
  const { numbers, registration, cells } = evidence;
  const toSecond: Affine = inverseAffine(registration.toSecond);
  const turns = registration.mirrored ? registration.quarterTurns : (4 - registration.quarterTurns) % 4;
  const states = cells.states.map((state) => cellStates.indexOf(swapStates[cellStates[state] as CellState]));
  return {
    ...evidence,
    numbers: { ...numbers, coversFirst: numbers.coversSecond, coversSecond: numbers.coversFirst },
    registration: { ...registration, toSecond, quarterTurns: turns as Registration['quarterTurns'] },
    cells: { ...cells, of: cells.of === 'first' ? 'second' : 'first', states },
  };
}
