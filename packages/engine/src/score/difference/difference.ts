import type { FeatureSet } from '../../features/feature-set.ts';
import type { LumaPlane, Raster } from '../../raster.ts';
import { canonicalOrder } from '../canonical-order.ts';
import type { LocalAgreement } from '../evidence.ts';
import { localAgreement } from '../local-agreement.ts';
import { compose, determinantOf, stretch } from './affine.ts';
import { cellValues } from './cell-values.ts';
import type { CellValues } from './cell-values.ts';
import { compareColours } from './colour-conflict.ts';
import type { DifferenceNumbers, MeasuredDifference, Registration } from './difference-evidence.ts';
import { placementsOf } from './placements.ts';
import { freeLayers } from './layer-kernels.ts';
import { detailedPicture } from './level.ts';
import type { DetailedPicture } from './level.ts';
import { measureCells } from './measure-cells.ts';
import type { CellNumbers } from './measure-cells.ts';
import { ramp } from './quantile.ts';
import { registerPair } from './register.ts';
import type { RegisteredPair } from './register.ts';
import { shownCells } from './shown-cells.ts';
import { swappedDifference } from './swap-difference.ts';

/** Two pictures to be laid over each other: what the score knows of them, and the pictures in detail. */
export interface DetailedPair {
  readonly features: readonly [FeatureSet, FeatureSet];
  /** Their brightness, fitted inside `detailSide` of the whole pictures. */
  readonly details: readonly [LumaPlane, LumaPlane];
  /** Their colours, coarser: the rasters from which the features come. */
  readonly colours: readonly [Raster, Raster];
  /** Whether the tones of the second picture are reversed before it is compared; see `haveReversedTones`. */
  readonly inverted?: boolean;
  /** On what the features agree, from whichever picture comes first in canonical order, where that was found already. */
  readonly points?: LocalAgreement;
}

/** Colours, of the picture that has more, up to which pictures are drawings for certain, and from which on they are none. */
const drawnColours = 250;
const photographColours = 600;
const leastDrawnBlank = 0.15;

/** How far both pictures are drawings, 0…1: few colours, and places without content. */
function drawnShare({ features }: DetailedPair, { blank }: CellNumbers): number {
  const colours = Math.max(...features.map(({ traits }) => traits.colours));
  return blank >= leastDrawnBlank ? 1 - ramp(colours, drawnColours, photographColours) : 0;
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
    drawn: drawnShare(pair, cells),
  };
}

function registrationOf(
  [first, second]: readonly [DetailedPicture, DetailedPicture],
  { comparison, placement }: RegisteredPair,
): Omit<Registration, 'inverted'> {
  const toSecond = compose(
    stretch(1 / second.width, 1 / second.height),
    compose(comparison.toSecond, stretch(first.width, first.height)),
  );
  const [a, , , d] = comparison.toSecond;
  const mirrored = determinantOf(comparison.toSecond) < 0;
  const turned = Math.round((2 * Math.atan2(mirrored ? -d : d, mirrored ? -a : a)) / Math.PI);
  const quarterTurns = (((turned % 4) + 4) % 4) as Registration['quarterTurns'];
  return { toSecond, from: placement.from, mirrored, quarterTurns };
}

function measureInOrder(pair: DetailedPair): MeasuredDifference {
  freeLayers();
  const inverted = pair.inverted ?? false;
  const { details } = pair;
  const pictures = [
    detailedPicture(details[0], pair.colours[0]),
    detailedPicture(details[1], pair.colours[1], inverted),
  ] as const;
  const local = pair.points ?? localAgreement(...pair.features);
  const registered = registerPair(pictures, placementsOf({ features: pair.features, sizes: pictures, local }));
  const values = cellValues(pictures, registered);
  const cells = measureCells(pictures, registered, values);
  const colours = compareColours(pictures, registered, values.agreement);
  return {
    registration: { ...registrationOf(pictures, registered), inverted },
    numbers: numbersOf(pair, { registered, values, cells, colourConflict: colours.conflict }),
    cells: shownCells(registered, values, colours),
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

const swapped = <Value>([first, second]: readonly [Value, Value]): readonly [Value, Value] => [second, first];

/** Pictures narrower than this hold too few cells. */
const leastSide = 32;

/**
 * Lays one picture over the other and compares them densely. Symmetric to the bit.
 * @returns undefined for pictures too small to be compared cell by cell.
 */
export function measureDifference(pair: DetailedPair): MeasuredDifference | undefined {
  const { features, details, colours } = pair;
  if (details.some(({ width, height }) => Math.min(width, height) < leastSide)) return undefined;
  const order =
    canonicalOrder(...features) ||
    compareBytes(details[0].data, details[1].data) ||
    compareBytes(colours[0].data, colours[1].data);
  if (order <= 0) return measureInOrder(pair);
  const turned = { ...pair, features: swapped(features), details: swapped(details), colours: swapped(colours) };
  return swappedDifference(measureInOrder(turned));
}
