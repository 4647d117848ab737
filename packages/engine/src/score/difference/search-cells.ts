import { cellSide } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellEnergies, isPartial, searchShifts, shiftOf, sumBytes, sumsBytes } from './cell-sums.ts';
import type { SearchRecords, ShiftRange, SoughtCell } from './cell-sums.ts';
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
  /** 1 where what was found close by left no need to look further away. */
  readonly isNear: Uint8Array;
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
  /** What an earlier search of the same pair found around the cells' own places; cells that did not shift then do not now. */
  readonly known?: CellMatches;
}

/** Where cells lie, pixels from their own places; one entry a cell. */
export interface CellShifts {
  readonly x: Int8Array;
  readonly y: Int8Array;
}

const matchNames = ['joint', 'least', 'contrast', 'otherContrast', 'shiftX', 'shiftY', 'inside', 'isNear'] as const;
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
    isNear: new Uint8Array(cells),
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

/** What is found of a cell; one serves all cells of a search. */
interface Best {
  /** Correlation of both components together. */
  joint: number;
  readonly sums: Sums;
  x: number;
  y: number;
}

/** A cell and its energies; one serves all cells of a search. */
interface SearchedCell extends SoughtCell {
  left: number;
  top: number;
  centreX: number;
  centreY: number;
  ownX: number;
  ownY: number;
  own: number;
}

/** Two pictures' gradients, where the sums of one cell's shifts lie, and what is written anew for each cell. */
interface Search {
  readonly pair: GradientPair;
  readonly records: SearchRecords;
  readonly words: Int32Array;
  readonly cell: SearchedCell;
  readonly shifts: ShiftRange;
  readonly best: Best;
}

function beginSearch(pair: GradientPair): Search {
  const records = { sums: allocate(sumsBytes), known: allocate(sumsBytes), floor: floorEnergy, cost: shiftCost };
  return {
    pair,
    records,
    words: memoryWords(),
    cell: { left: 0, top: 0, centreX: 0, centreY: 0, ownX: 0, ownY: 0, own: 0 },
    shifts: { left: 0, top: 0, columns: 0, rows: 0 },
    best: { joint: 0, sums: { px: 0, py: 0, rx: 0, ry: 0, ox: 0, oy: 0, pixels: 0 }, x: 0, y: 0 },
  };
}

/** Chooses the shifts around a cell's centre that stay on the plane. Whether there are any. */
function aimAround({ cell, shifts, pair }: Search, radius: number): boolean {
  const { width, height } = pair.reference.x;
  shifts.left = Math.max(0, cell.centreX - radius);
  shifts.top = Math.max(0, cell.centreY - radius);
  shifts.columns = Math.min(width - cellSide, cell.centreX + radius) - shifts.left + 1;
  shifts.rows = Math.min(height - cellSide, cell.centreY + radius) - shifts.top + 1;
  return shifts.columns > 0 && shifts.rows > 0;
}

/** Finds the shift that correlates best, less what the way there costs. Whether there is one up to that radius. */
function searchAround(search: Search, radius: number): boolean {
  if (!aimAround(search, radius)) return false;
  const { pair, records, words, cell, shifts, best } = search;
  const found = searchShifts(pair, cell, search);
  if (found < 0) return false;
  const at = shiftOf(found);
  const [sum, known] = [records.sums / sumBytes + 4 * at, records.known / sumBytes + 4 * at];
  const isWhole = !isPartial(found);
  const { sums } = best;
  sums.px = words[sum] as number;
  sums.py = words[sum + 1] as number;
  sums.ox = words[sum + 2] as number;
  sums.oy = words[sum + 3] as number;
  sums.rx = isWhole ? cell.ownX : (words[known] as number);
  sums.ry = isWhole ? cell.ownY : (words[known + 1] as number);
  sums.pixels = isWhole ? cellPixels : (words[known + 2] as number);
  best.joint = jointOf(sums);
  best.x = shifts.left + (at % shifts.columns) - cell.left;
  best.y = shifts.top + Math.floor(at / shifts.columns) - cell.top;
  return true;
}

/** A cell is looked for this far off first, pixels; what correlates so well there is not looked for further away. */
const nearRadius = 2;
const plainCorrelation = 0.8;

/** Whether what was found up to the near radius leaves no need to look further away. */
function isPlain(search: Search): boolean {
  return search.best.joint >= plainCorrelation && isWithin(search, nearRadius);
}

/** How a cell is looked for. */
interface CellSearch {
  readonly radius: number;
  /** Whether it is known that nothing plain lies near. */
  readonly isFar: boolean;
}

/** Finds the best shift of a cell up to a radius. Whether there is one: none has a cell outside the other picture. */
function searchCell(search: Search, { radius, isFar }: CellSearch): boolean {
  if (radius > nearRadius && !isFar && searchAround(search, nearRadius) && isPlain(search)) return true;
  return searchAround(search, radius);
}

/** What an earlier search says of a cell that is looked for around its own place, as then; undefined where it says nothing. */
function knownOf({ known, centres }: SearchOptions, cell: number): 'same' | 'far' | undefined {
  if (known === undefined || centres?.x[cell] !== 0 || centres.y[cell] !== 0) return undefined;
  return known.isNear[cell] === 1 ? 'same' : 'far';
}

function copyMatch(to: CellMatches, from: CellMatches, cell: number): void {
  for (const name of matchNames) to[name][cell] = from[name][cell] as number;
}

/** Whether a shift lies less than a radius away from its centre: what lies at the edge may lie better beyond. */
function isWithin({ best, cell }: Search, radius: number): boolean {
  const [x, y] = [cell.left + best.x - cell.centreX, cell.top + best.y - cell.centreY];
  return Math.max(Math.abs(x), Math.abs(y)) < radius;
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
  const search = beginSearch(pair);
  const { cell: sought } = search;
  for (let cell = 0; cell < matches.inside.length; cell += 1) {
    if (options.only?.[cell] === 0) continue;
    const known = knownOf(options, cell);
    if (known === 'same' && options.known !== undefined) {
      copyMatch(matches, options.known, cell);
      continue;
    }
    sought.left = grid.left[cell % grid.columns] as number;
    sought.top = grid.top[Math.floor(cell / grid.columns)] as number;
    sought.ownX = energies[2 * cell] as number;
    sought.ownY = energies[2 * cell + 1] as number;
    sought.own = sought.ownX + sought.ownY;
    matches.contrast[cell] = Math.sqrt(sought.own / cellPixels) / gradientUnit;
    sought.centreX = sought.left + (options.centres?.x[cell] ?? 0);
    sought.centreY = sought.top + (options.centres?.y[cell] ?? 0);
    const reach = typeof radius === 'number' ? radius : (radius[cell] as number);
    if (!searchCell(search, { radius: reach, isFar: known === 'far' })) continue;
    record(matches, search, { cell, noise: options.noise });
    matches.isNear[cell] = reach >= nearRadius && isPlain(search) ? 1 : 0;
  }
  freeLayersFrom(end);
  return matches;
}

function record(
  matches: CellMatches,
  { best, cell: { own } }: Search,
  { cell, noise }: { readonly cell: number; readonly noise: SearchOptions['noise'] },
): void {
  const { joint, sums } = best;
  const { ox, oy, pixels } = sums;
  const signal = signalShare(own, noise.reference) * signalShare(ox + oy, noise.other);
  const lift = 1 / Math.sqrt(signal);
  matches.joint[cell] = Math.min(1, joint * lift);
  matches.least[cell] = Math.min(1, leastOf(sums, joint) * lift);
  matches.otherContrast[cell] = Math.sqrt((ox + oy) / cellPixels) / gradientUnit;
  matches.shiftX[cell] = best.x;
  matches.shiftY[cell] = best.y;
  matches.inside[cell] = pixels === cellPixels ? 2 : 1;
}
