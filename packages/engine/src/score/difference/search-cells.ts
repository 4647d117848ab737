import { cellSide } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellEnergies, searchShifts, sumBytes, sumsBytes } from './cell-sums.ts';
import type { SearchRecords, ShiftRange } from './cell-sums.ts';
import { gradientUnit } from './gradients.ts';
import type { Gradients } from './gradients.ts';
import { allocate, freeLayersFrom, layersEnd, memoryWords } from './layer-kernels.ts';

/** What the best shift of each cell gives; arrays have one entry a cell. */
export interface CellMatches {
  readonly grid: CellGrid;
  /** Correlation of gradients, noise taken off, −1…1. */
  readonly joint: Float32Array;
  /** The same, or that of one component alone where it is less: rows of another text agree in one only. */
  readonly least: Float32Array;
  /** Root mean square of the gradient, grey values: of the reference, and of the other where it lies best. */
  readonly contrast: Float32Array;
  readonly otherContrast: Float32Array;
  /** Where the cell lies best, pixels. */
  readonly shiftX: Int8Array;
  readonly shiftY: Int8Array;
  /** 0 outside the other picture, 1 where the cell reaches over its edge, 2 inside. */
  readonly inside: Uint8Array;
}

/** A reference, and the other picture's gradients at its pixels. */
export interface GradientPair {
  readonly reference: Gradients;
  readonly other: Gradients;
}

export interface SearchOptions {
  readonly grid: CellGrid;
  /** Mean squares of the gradient, grey values, that are noise. */
  readonly noise: { readonly reference: number; readonly other: number };
  /** How far a cell may shift, 10 px at most; one number for all of them, or one entry a cell. */
  readonly radius: number | Uint8Array;
  /** Where each cell's shifts have their centre; default 0, 0. */
  readonly centres?: CellShifts;
  /** The cells to compare are not 0; default all. */
  readonly only?: Uint8Array;
  /** Energies of the reference's cells, where they are known already; see `cellEnergies`. */
  readonly energies?: Int32Array;
}

/** Where cells lie, pixels from their own places; one entry a cell. */
export interface CellShifts {
  readonly x: Int8Array;
  readonly y: Int8Array;
}

const cellPixels = cellSide * cellSide;
/** Energy that every pixel has in the denominators, so that nearly flat cells agree in nothing. */
const floorEnergy = 4 * gradientUnit * gradientUnit * cellPixels;
/** What a shift by one pixel costs, and by two four times as much. */
const shiftCost = 0.002;
/** A component counts alone only if it holds this share of the energy in one of the pictures. */
const componentShare = 0.2;
/** At most this share of a cell's energy is taken for noise. */
const mostNoise = 0.5;

function emptyMatches(grid: CellGrid): CellMatches {
  const cells = grid.columns * grid.rows;
  const floats = (): Float32Array => new Float32Array(cells);
  return {
    grid,
    joint: floats(),
    least: floats(),
    contrast: floats(),
    otherContrast: floats(),
    shiftX: new Int8Array(cells),
    shiftY: new Int8Array(cells),
    inside: new Uint8Array(cells),
  };
}

/** Sums over one cell at one shift: products, energies of the reference and of the other. */
interface Sums {
  px: number;
  py: number;
  rx: number;
  ry: number;
  ox: number;
  oy: number;
  pixels: number;
}

/** Correlation of both components together. */
function jointOf({ px, py, rx, ry, ox, oy }: Sums): number {
  return (px + py) / Math.sqrt((rx + ry + floorEnergy) * (ox + oy + floorEnergy));
}

/** What of an energy is no noise, as a share. */
function signalShare(energy: number, noise: number): number {
  return 1 - Math.min(mostNoise, (noise * gradientUnit * gradientUnit * cellPixels) / (energy + 1e-6));
}

/** Correlation of the components that hold energy, the least of them and of both together. */
function leastOf({ px, py, rx, ry, ox, oy }: Sums, joint: number): number {
  const holds = (reference: number, other: number): boolean =>
    Math.max(reference / (rx + ry + floorEnergy), other / (ox + oy + floorEnergy)) > componentShare;
  const across = holds(rx, ox) ? px / Math.sqrt((rx + floorEnergy) * (ox + floorEnergy)) : 1;
  const down = holds(ry, oy) ? py / Math.sqrt((ry + floorEnergy) * (oy + floorEnergy)) : 1;
  return Math.min(joint, across, down);
}

/** The shifts around a centre that stay on the plane; undefined where there are none. */
function shiftsAround(
  [x, y]: readonly [number, number],
  radius: number,
  { x: { width, height } }: Gradients,
): ShiftRange | undefined {
  const left = Math.max(0, x - radius);
  const top = Math.max(0, y - radius);
  const columns = Math.min(width - cellSide, x + radius) - left + 1;
  const rows = Math.min(height - cellSide, y + radius) - top + 1;
  return columns > 0 && rows > 0 ? { left, top, columns, rows } : undefined;
}

interface Best {
  /** Correlation of both components together. */
  readonly joint: number;
  readonly sums: Sums;
  readonly x: number;
  readonly y: number;
}

/** A cell: its place, its own energies, and around where it is looked for. */
interface SearchedCell {
  readonly left: number;
  readonly top: number;
  readonly own: readonly [number, number];
  readonly centre: readonly [number, number];
}

/** Two pictures' gradients, and where the sums of one cell's shifts lie. */
interface Search {
  readonly pair: GradientPair;
  readonly records: SearchRecords;
  readonly words: Int32Array;
}

/** The shift that correlates best, less what the way there costs. */
function bestShift({ pair, records, words }: Search, cell: SearchedCell, shifts: ShiftRange): Best | undefined {
  const { left, top, own, centre } = cell;
  const found = searchShifts(pair, { left, top, centre, own: own[0] + own[1] }, { shifts, records });
  if (found === undefined) return undefined;
  const [sum, known] = [records.sums / sumBytes + 4 * found.at, records.known / sumBytes + 4 * found.at];
  const sums: Sums = {
    px: words[sum] as number,
    py: words[sum + 1] as number,
    ox: words[sum + 2] as number,
    oy: words[sum + 3] as number,
    rx: found.isPartial ? (words[known] as number) : own[0],
    ry: found.isPartial ? (words[known + 1] as number) : own[1],
    pixels: found.isPartial ? (words[known + 2] as number) : cellPixels,
  };
  return {
    sums,
    joint: jointOf(sums),
    x: shifts.left + (found.at % shifts.columns) - left,
    y: shifts.top + Math.floor(found.at / shifts.columns) - top,
  };
}

/** A cell is looked for this far off first, pixels; what correlates so well there is not looked for further away. */
const nearRadius = 2;
const plainCorrelation = 0.8;

/** The best shift up to a radius; undefined where the cell lies outside the other picture. */
function searchCell(search: Search, cell: SearchedCell, radius: number): Best | undefined {
  const { reference } = search.pair;
  if (radius > nearRadius) {
    const near = shiftsAround(cell.centre, nearRadius, reference);
    const found = near === undefined ? undefined : bestShift(search, cell, near);
    if (found !== undefined && found.joint >= plainCorrelation && isWithin(found, cell, nearRadius)) return found;
  }
  const shifts = shiftsAround(cell.centre, radius, reference);
  return shifts === undefined ? undefined : bestShift(search, cell, shifts);
}

/** Whether a shift lies less than a radius away from its centre: what lies at the edge may lie better beyond. */
function isWithin({ x, y }: Best, { left, top, centre }: SearchedCell, radius: number): boolean {
  return Math.max(Math.abs(left + x - centre[0]), Math.abs(top + y - centre[1])) < radius;
}

/**
 * Compares cells of a reference with a picture laid over it, by their gradients, each cell at its best shift. Both
 * components have to agree where both have energy: lines of other text agree in the vertical one alone.
 */
export function searchCells(pair: GradientPair, options: SearchOptions): CellMatches {
  const { grid, radius } = options;
  const matches = emptyMatches(grid);
  const energies = options.energies ?? cellEnergies(pair.reference, grid);
  const end = layersEnd();
  const records = { sums: allocate(sumsBytes), known: allocate(sumsBytes), floor: floorEnergy, cost: shiftCost };
  const search: Search = { pair, records, words: memoryWords() };
  for (let cell = 0; cell < matches.inside.length; cell += 1) {
    if (options.only?.[cell] === 0) continue;
    const left = grid.left[cell % grid.columns] as number;
    const top = grid.top[Math.floor(cell / grid.columns)] as number;
    const own = [energies[2 * cell] as number, energies[2 * cell + 1] as number] as const;
    matches.contrast[cell] = Math.sqrt((own[0] + own[1]) / cellPixels) / gradientUnit;
    const centre = [left + (options.centres?.x[cell] ?? 0), top + (options.centres?.y[cell] ?? 0)] as const;
    const reach = typeof radius === 'number' ? radius : (radius[cell] as number);
    const best = searchCell(search, { left, top, own, centre }, reach);
    if (best !== undefined) record(matches, cell, { best, own, noise: options.noise });
  }
  freeLayersFrom(end);
  return matches;
}

function record(
  matches: CellMatches,
  cell: number,
  { best, own, noise }: { best: Best; own: readonly [number, number]; noise: SearchOptions['noise'] },
): void {
  const { joint, sums } = best;
  const { ox, oy, pixels } = sums;
  const signal = signalShare(own[0] + own[1], noise.reference) * signalShare(ox + oy, noise.other);
  const lift = 1 / Math.sqrt(signal);
  matches.joint[cell] = Math.min(1, joint * lift);
  matches.least[cell] = Math.min(1, leastOf(sums, joint) * lift);
  matches.otherContrast[cell] = Math.sqrt((ox + oy) / cellPixels) / gradientUnit;
  matches.shiftX[cell] = best.x;
  matches.shiftY[cell] = best.y;
  matches.inside[cell] = pixels === cellPixels ? 2 : 1;
}
