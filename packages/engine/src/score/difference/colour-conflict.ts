import { compose, scaleOf, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { cellSide } from './cell-grid.ts';
import { fitColours } from './fit-colours.ts';
import { lightInCells } from './light-conflict.ts';
import type { ColourPairs } from './fit-colours.ts';
import type { DetailedPicture } from './level.ts';
import { colourPlanes, sampleAt } from './place-colours.ts';
import type { ColourPlanes, Means } from './place-colours.ts';
import { ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';

/** Pixels of the compared plane that make one place where colours are compared. */
const placeSide = 8;
const leastPlaces = 12;
/** Chroma, 0…180, from which on a place is coloured. */
const coloured = 10;
const residualFrom = 12;
const residualTo = 24;
const leastColoured = 4;

/** What the colours of pictures laid over each other say. */
export interface ColourDifference {
  /**
   * Share of the coloured area whose colours differ after the best change of all colours at once, 0…1: another
   * saturation and a tint are made to a whole picture, another colour of one thing is not.
   */
  readonly conflict: number;
  /** How far the colours of each cell differ, both after that change and as they are, 0…1, row-major. */
  readonly otherColour: Float32Array;
  /** By how many levels the brightness of each cell differs, after the change of light that what agrees shows, 0…255. */
  readonly otherLight: Float32Array;
  /** Mean luma, blue and red chroma of each cell of the reference, three bytes a cell; chroma from 128. */
  readonly tones: Uint8Array;
}

/** Colours of both pictures at the places of the reference that lie inside both, and which these are. */
interface SharedPlaces {
  readonly pairs: ColourPairs;
  readonly places: Int32Array;
}

function sharedPlaces(reference: ColourPlanes, other: ColourPlanes, toOther: Affine): SharedPlaces {
  const [{ width, height }, { width: across, height: down }] = [reference[0], other[0]];
  const [a, b, c, d, e, f] = toOther;
  const [xs, ys] = [new Float64Array(width * height), new Float64Array(width * height)];
  const all = new Int32Array(width * height);
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const u = a * (x + 0.5) + b * (y + 0.5) + c;
      const v = d * (x + 0.5) + e * (y + 0.5) + f;
      if (!(u >= 0 && v >= 0 && u <= across && v <= down)) continue;
      xs[count] = u;
      ys[count] = v;
      all[count] = y * width + x;
      count += 1;
    }
  }
  const places = all.subarray(0, count);
  const [luma, blue, red] = reference;
  const first = [valuesAt(luma, places), valuesAt(blue, places), valuesAt(red, places)] as const;
  const second = sampleAt(other, { x: xs.subarray(0, count), y: ys.subarray(0, count) });
  return { pairs: { first, second }, places };
}

function valuesAt({ data }: Means, places: Int32Array): Float32Array {
  const values = new Float32Array(places.length);
  for (let at = 0; at < places.length; at += 1) values[at] = data[places[at] as number] as number;
  return values;
}

/** By how much the colours of each place differ as they are, units of chroma. */
function asTheyAre({ first, second }: ColourPairs): Float32Array {
  const differences = new Float32Array(first[1].length);
  for (let at = 0; at < differences.length; at += 1) {
    const across = (first[1][at] as number) - (second[1][at] as number);
    const down = (first[2][at] as number) - (second[2][at] as number);
    differences[at] = Math.sqrt(across * across + down * down);
  }
  return differences;
}

/** The reference in places, and the colours of both at those that lie in both. */
function comparedColours(
  pictures: readonly [DetailedPicture, DetailedPicture],
  { comparison }: RegisteredPair,
): SharedPlaces & { readonly own: ColourPlanes } {
  const [reference, other] = comparison.isFirstReference ? pictures : [pictures[1], pictures[0]];
  const { plane } = comparison.laid.reference;
  const size = {
    width: Math.max(4, Math.round(plane.width / placeSide)),
    height: Math.max(4, Math.round(plane.height / placeSide)),
  };
  const own = colourPlanes(reference, size);
  const fromPlace = compose(
    comparison.laid.toOther,
    stretch(reference.width / own[0].width, reference.height / own[0].height),
  );
  const scale = scaleOf(fromPlace);
  const otherSize = {
    width: Math.max(2, Math.round(other.width / scale)),
    height: Math.max(2, Math.round(other.height / scale)),
  };
  const others = colourPlanes(other, otherSize);
  const toPlace = compose(stretch(others[0].width / other.width, others[0].height / other.height), fromPlace);
  return { own, ...sharedPlaces(own, others, toPlace) };
}

/** How far each shared place differs in colour, 0…1. */
interface PlaceConflicts {
  /** After the best change of all colours at once. */
  readonly changed: Float32Array;
  /**
   * That, and as they are: a ground in another colour looks like a change of all colours, and the thing before it stays
   * what it was.
   */
  readonly both: Float32Array;
}

const conflictOf = (residual: number): number => ramp(residual, residualFrom, residualTo);

function placeConflicts({ pairs }: SharedPlaces): PlaceConflicts {
  const same = asTheyAre(pairs);
  if (same.length < leastPlaces || same.every((residual) => residual <= residualFrom))
    return { changed: same.fill(0), both: same };
  const changed = fitColours(pairs).map(conflictOf);
  return { changed, both: changed.map((conflict, at) => Math.min(conflict, conflictOf(same[at] as number))) };
}

/** Whether a place is coloured; lengths are only taken where their squares leave it open by rounding. */
function isColoured([, blues, reds]: ColourPairs['first'], at: number): boolean {
  const [blue, red] = [blues[at] as number, reds[at] as number];
  const square = blue * blue + red * red;
  if (Math.abs(square - coloured * coloured) > 1) return square > coloured * coloured;
  return Math.hypot(blue, red) > coloured;
}

function conflictShare({ first, second }: ColourPairs, conflicts: Float32Array): number {
  let [differing, area] = [0, 0];
  for (let at = 0; at < conflicts.length; at += 1) {
    const difference = conflicts[at] as number;
    differing += difference;
    area += isColoured(first, at) || isColoured(second, at) ? 1 : difference;
  }
  return Math.min(1, differing / Math.max(area, leastColoured));
}

/** The column or row of cells in which each place of a side lies; −1 beside the grid. */
function cellsAlong(count: number, length: number, { from, cells }: { from: number; cells: number }): Int32Array {
  const along = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const at = Math.floor((((place + 0.5) * length) / count - from) / cellSide);
    along[place] = at >= 0 && at < cells ? at : -1;
  }
  return along;
}

/** The cell in which each place of the reference lies; −1 beside the grid. */
function cellsOfPlaces({ width, height }: Means, { comparison }: RegisteredPair): Int32Array {
  const { plane, grid } = comparison.laid.reference;
  const columns = cellsAlong(width, plane.width, { from: grid.left[0] ?? 0, cells: grid.columns });
  const rows = cellsAlong(height, plane.height, { from: grid.top[0] ?? 0, cells: grid.rows });
  const cells = new Int32Array(width * height);
  for (let at = 0; at < cells.length; at += 1) {
    const [column, row] = [columns[at % width] as number, rows[Math.floor(at / width)] as number];
    cells[at] = column < 0 || row < 0 ? -1 : row * grid.columns + column;
  }
  return cells;
}

/** Means over the places of each cell. */
function meansInCells(cells: Int32Array, values: Float32Array, count: number): Float32Array {
  const [sums, counts] = [new Float32Array(count), new Uint16Array(count)];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as number;
    if (cell < 0) continue;
    sums[cell] = (sums[cell] as number) + (values[at] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell] as number));
}

function tonesOf(own: ColourPlanes, cells: Int32Array, count: number): Uint8Array {
  const tones = new Uint8Array(3 * count);
  for (const [channel, { data }] of own.entries()) {
    const means = meansInCells(cells, data, count);
    for (let cell = 0; cell < count; cell += 1)
      tones[3 * cell + channel] = Math.max(0, Math.min(255, (means[cell] as number) + (channel === 0 ? 0 : 128)));
  }
  return tones;
}

/** Compares the colours of a registered pair, of which cells agree as said, 0…1 each. */
export function compareColours(
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
  agreement: Float32Array,
): ColourDifference {
  const compared = comparedColours(pictures, registered);
  const conflicts = placeConflicts(compared);
  const cells = cellsOfPlaces(compared.own[0], registered);
  const { columns, rows } = registered.comparison.laid.reference.grid;
  const shared = compared.places.map((place) => cells[place] as number);
  const [[first], [second]] = [compared.pairs.first, compared.pairs.second];
  return {
    conflict: conflictShare(compared.pairs, conflicts.changed),
    otherColour: meansInCells(shared, conflicts.both, columns * rows),
    otherLight: lightInCells({ first, second, cells: shared }, agreement),
    tones: tonesOf(compared.own, cells, columns * rows),
  };
}
