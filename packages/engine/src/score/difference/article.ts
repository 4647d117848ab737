import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';
import { freeThing } from './free-thing.ts';
import type { FreeThing } from './free-thing.ts';
import { connectedRegions, plainlyDisagrees, rectangleAround } from './grid-regions.ts';

/** What both pictures show of the thing that stands free in one of them, apart from the ground around it. */
export interface ArticleEvidence {
  /** Content on the thing, in cells: within its outline, which looks otherwise on another ground. */
  readonly contentCells: number;
  /** Of that content: what agrees, 0…1; 1 where there is none. */
  readonly agreeing: number;
  /** Largest connected place on it that disagrees, in cells. */
  readonly largestConflictCells: number;
  /** Content around it that disagrees, of all content that was compared, 0…1: another ground. */
  readonly otherGround: number;
  /** Whether the rim cuts the thing off, or something else reaches the rim. */
  readonly isCutOff: boolean;
  /** Cells within the outline. */
  readonly areaCells: number;
  /** Share of the thing's bare places that have another tone than the ground, 0…1: paper and charts have the same. */
  readonly filled: number;
  /** How far it fills the rectangle around it, and how much of the picture, 0…1: sheets fill both. */
  readonly rectangular: number;
  readonly pictureShare: number;
  /** Largest connected place on it with other content or plainly other colours, in cells. */
  readonly printCells: number;
  /** Share of what hangs together with that place and lies around the thing, 0…1: a print stays on the thing, a stamp need not. */
  readonly strayed: number;
  /** Share of the thing that has other colours, 0…1. */
  readonly otherColour: number;
}

/** What counts as another tone and as a print; a part of the rule's version. */
export const articleRule = {
  /** Levels of brightness or colour from which on a bare place has another tone than the ground. */
  otherTone: 18,
  /** So many cells of a print may lie on the ground, where a sleeve ends or a word is wider than the thing. */
  raggedCells: 2,
  /** Share of a cell in other colours from which on the cell has other colours. */
  plainColour: 0.5,
} as const;

type Cells = Pick<DifferenceCells, 'columns' | 'rows' | 'states' | 'agreement' | 'weight' | 'otherColour' | 'tones'>;

const stateAt = ({ states }: Cells, at: number): CellState => cellStates[states[at] ?? 0] ?? 'blank';

const countOf = (marked: Uint8Array): number => marked.reduce((sum, value) => sum + value, 0);

/** Content of the largest place of marked cells. */
function largestPlace(marked: Uint8Array, { columns, rows, weight }: Cells): number {
  const contents = connectedRegions(marked, { columns, rows, corners: true }).map((place) =>
    place.toSorted((a, b) => a - b).reduce((sum, cell) => sum + (weight[cell] ?? 0), 0),
  );
  return Math.max(0, ...contents);
}

type ContentOnThing = Pick<ArticleEvidence, 'contentCells' | 'agreeing' | 'largestConflictCells' | 'otherGround'>;

function contentOn(cells: Cells, { within }: FreeThing): ContentOnThing {
  let [content, agreed, other, all] = [0, 0, 0, 0];
  const marked = new Uint8Array(within.length);
  within.forEach((isWithin, at) => {
    const state = stateAt(cells, at);
    if (state === 'outside') return;
    const [weight, agreement] = [cells.weight[at] ?? 0, cells.agreement[at] ?? 0];
    all += weight;
    if (isWithin === 0) {
      other += weight * (1 - agreement);
      return;
    }
    content += weight;
    agreed += weight * agreement;
    if (plainlyDisagrees(weight, agreement)) marked[at] = 1;
  });
  return {
    contentCells: content,
    agreeing: content > 0 ? agreed / content : 1,
    largestConflictCells: largestPlace(marked, cells),
    otherGround: all > 0 ? other / all : 0,
  };
}

/** Mean tone of marked cells. */
function meanTone({ tones }: Cells, marked: Uint8Array): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  marked.forEach((mark, at) => {
    if (mark === 1) for (const channel of [0, 1, 2] as const) sums[channel] += tones[3 * at + channel] ?? 0;
  });
  const count = Math.max(1, countOf(marked));
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

/** Share of the bare places on a thing that have another tone than the ground. */
function filledShare(cells: Cells, { within, ground }: FreeThing): number {
  const tone = meanTone(cells, ground);
  let [bare, other] = [0, 0];
  within.forEach((isWithin, at) => {
    if (isWithin === 0 || stateAt(cells, at) !== 'blank') return;
    bare += 1;
    const apart = tone.map((mean, channel) => (cells.tones[3 * at + channel] ?? 0) - mean);
    if (Math.hypot(...apart) > articleRule.otherTone) other += 1;
  });
  return bare > 0 ? other / bare : 0;
}

/** How far a thing fills the rectangle around it, 0…1: a sheet does, be it a flag, a card or a photograph. */
function rectangleShare(ground: Uint8Array, columns: number): number {
  const cells = Array.from(ground.keys()).filter((at) => ground[at] === 0);
  const { left, right, top, bottom } = rectangleAround(cells, columns);
  return cells.length / ((right - left + 1) * (bottom - top + 1));
}

type PrintOnThing = Pick<ArticleEvidence, 'printCells' | 'strayed' | 'otherColour'>;

/** The largest place that differs and touches the thing, and how much of it lies on the ground instead. */
function printOn(cells: Cells, { within, ground }: FreeThing): PrintOnThing {
  const { columns, rows } = cells;
  const differs = within.map((_, at) => {
    if (stateAt(cells, at) === 'outside') return 0;
    const isOther = plainlyDisagrees(cells.weight[at] ?? 0, cells.agreement[at] ?? 0);
    return isOther || (cells.otherColour[at] ?? 0) >= articleRule.plainColour ? 1 : 0;
  });
  const places = connectedRegions(differs, { columns, rows, corners: true });
  const on = places.map((place) => place.filter((at) => within[at] === 1).length);
  const most = Math.max(0, ...on);
  const place = most === 0 ? [] : (places[on.indexOf(most)] ?? []);
  const coloured = within.reduce((sum, value, at) => sum + value * (cells.otherColour[at] ?? 0), 0);
  return {
    printCells: most,
    strayed:
      Math.max(0, place.filter((at) => ground[at] === 1).length - articleRule.raggedCells) / Math.max(1, place.length),
    otherColour: coloured / Math.max(1, countOf(within)),
  };
}

/**
 * Asks where the conflict lies: on the thing that stands free in one of the pictures, or in the ground around it. A
 * thing stands free where the content of a picture does not reach its rim; its outline belongs to neither, since edges
 * turn round when a light ground becomes a dark one.
 * @returns undefined where nothing stands free, or it is too small.
 */
export function articleEvidence(cells: Cells): ArticleEvidence | undefined {
  const thing = freeThing(cells);
  if (thing === undefined) return undefined;
  return {
    ...contentOn(cells, thing),
    ...printOn(cells, thing),
    isCutOff: thing.isCutOff,
    areaCells: countOf(thing.within),
    filled: filledShare(cells, thing),
    rectangular: rectangleShare(thing.ground, cells.columns),
    pictureShare: countOf(thing.within) / thing.within.length,
  };
}
