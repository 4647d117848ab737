import type { FeatureSet } from '../../features/feature-set.ts';
import type { Raster } from '../../raster.ts';
import { canonicalOrder } from '../canonical-order.ts';
import { localAgreement } from '../local-agreement.ts';
import { compose, determinantOf, stretch } from './affine.ts';
import { cellValues, type CellValues } from './cell-values.ts';
import { colourConflict } from './colour-conflict.ts';
import type { DifferenceNumbers, MeasuredDifference, Registration } from './difference-evidence.ts';
import { placementsOf } from './hypotheses.ts';
import { freeLayers } from './layer-kernels.ts';
import { detailedPicture, type DetailedPicture } from './level.ts';
import { measureCells, type CellNumbers } from './measure-cells.ts';
import { registerPair, type RegisteredPair } from './register.ts';
import { shownCells } from './shown-cells.ts';
import { swappedDifference } from './swap-difference.ts';

/** Two pictures to be laid over each other: what the score knows of them, and the pictures in detail. */
export interface DetailedPair {
  readonly features: readonly [FeatureSet, FeatureSet];
  /** Fitted inside `detailSide` of the whole pictures. */
  readonly details: readonly [Raster, Raster];
}

const mostDrawnColours = 160;
const leastDrawnBlank = 0.15;

function isDrawn({ features }: DetailedPair, { blank }: CellNumbers): boolean {
  return features.every(({ traits }) => traits.colours <= mostDrawnColours) && blank >= leastDrawnBlank;
}

/** What was measured of a registered pair. */
interface Measured {
  readonly registered: RegisteredPair;
  readonly values: CellValues;
  readonly cells: CellNumbers;
  readonly colourConflict: number;
}

function numbersOf(pair: DetailedPair, { registered, values, cells, ...measured }: Measured): DifferenceNumbers {
  const { covers, otherCovers, blank: _blank, joint, ...shared } = cells;
  const isFirst = registered.comparison.isFirstReference;
  return {
    ...shared,
    ...measured,
    correlation: joint,
    coversFirst: isFirst ? covers : otherCovers,
    coversSecond: isFirst ? otherCovers : covers,
    fineDetail: values.fineDetail,
    drawn: isDrawn(pair, cells) ? 1 : 0,
  };
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

function measureInOrder(pair: DetailedPair): MeasuredDifference {
  freeLayers();
  const pictures = [detailedPicture(pair.details[0]), detailedPicture(pair.details[1])] as const;
  const local = localAgreement(...pair.features);
  const registered = registerPair(pictures, placementsOf({ features: pair.features, sizes: pictures, local }));
  const values = cellValues(pictures, registered);
  const cells = measureCells(pictures, registered, values);
  return {
    registration: registrationOf(pictures, registered),
    numbers: numbersOf(pair, { registered, values, cells, colourConflict: colourConflict(pictures, registered) }),
    cells: shownCells(registered, values),
  };
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Pictures narrower than this hold too few cells. */
const leastSide = 32;

/**
 * Lays one picture over the other and compares them densely. Symmetric to the bit.
 * @returns undefined for pictures too small to be compared cell by cell.
 */
export function measureDifference(pair: DetailedPair): MeasuredDifference | undefined {
  const { features, details } = pair;
  if (details.some(({ width, height }) => Math.min(width, height) < leastSide)) return undefined;
  const order = canonicalOrder(...features) || compareBytes(details[0].data, details[1].data);
  if (order <= 0) return measureInOrder(pair);
  const turned = { features: [features[1], features[0]], details: [details[1], details[0]] } as const;
  return swappedDifference(measureInOrder(turned));
}
