import { applyAffine } from './affine.ts';
import type { CellValues } from './cell-values.ts';
import type { DetailedPicture } from './level.ts';
import { disagreeing, plainlyDisagrees, connectedRegions } from './grid-regions.ts';
import type { CellGrid } from './grid-regions.ts';
import type { RegisteredPair } from './register.ts';
import { mostlySeenAgain } from './rigidity.ts';
import { searchCells } from './search-cells.ts';

/** Numbers of a registered pair before the rule reads them; those of one picture are of the reference or the other. */
export interface CellNumbers {
  readonly agreeing: number;
  readonly conflicting: number;
  /** Share of each whole picture that agrees, and that agrees or is contained. */
  readonly covers: number;
  readonly otherCovers: number;
  readonly largestConflict: number;
  readonly exactness: number;
  readonly nearby: number;
  readonly movement: number;
  readonly contentCells: number;
  /** Share of the overlap's cells that are empty in both pictures. */
  readonly blank: number;
  readonly joint: number;
}

const someContent = 0.3;
const someAgreement = 0.3;
const nearbyRadius = 10;
const nearbyCorrelation = 0.6;
const blankContrast = 1.5;

const shareOf = (part: number, all: number): number => (all > 0 ? Math.min(1, part / all) : 0);

interface Totals {
  content: number;
  agreeing: number;
  conflicting: number;
  own: number;
  covered: number;
  otherInside: number;
  otherCovered: number;
  exact: number;
  exactWeight: number;
  cells: number;
  blank: number;
}

function emptyTotals(): Totals {
  const content = { content: 0, agreeing: 0, conflicting: 0, own: 0, covered: 0, otherInside: 0, otherCovered: 0 };
  return { ...content, exact: 0, exactWeight: 0, cells: 0, blank: 0 };
}

function totalsOf({ comparison }: RegisteredPair, values: CellValues): { totals: Totals; marked: Uint8Array } {
  const { weights, otherWeights } = comparison;
  const { inside, joint, contrast, otherContrast } = comparison.cells;
  const marked = new Uint8Array(inside.length);
  const totals = emptyTotals();
  for (let cell = 0; cell < inside.length; cell += 1) {
    const [own, other] = [weights[cell] as number, otherWeights[cell] as number];
    totals.own += own;
    if (inside[cell] === 0) continue;
    const agreement = values.agreement[cell] as number;
    const [most, least] = [Math.max(own, other), Math.min(own, other)];
    totals.cells += 1;
    if ((contrast[cell] as number) < blankContrast && (otherContrast[cell] as number) < blankContrast)
      totals.blank += 1;
    totals.content += most;
    totals.agreeing += most * agreement;
    totals.conflicting += least * (1 - agreement);
    totals.covered += own * Math.max(agreement, values.contained[cell] as number);
    totals.otherInside += other;
    totals.otherCovered += other * Math.max(agreement, values.otherContained[cell] as number);
    if (agreement > someAgreement) {
      totals.exactWeight += least;
      totals.exact += least * (joint[cell] as number);
    }
    if (plainlyDisagrees(most, agreement) && inside[cell] === 2) marked[cell] = 1;
  }
  return { totals, marked };
}

/** Number of marked cells in the largest region. */
function largestRegion(marked: Uint8Array, { columns, rows }: Pick<CellGrid, 'columns' | 'rows'>): number {
  return Math.max(0, ...connectedRegions(marked, { columns, rows, corners: true }).map(({ length }) => length));
}

/** Share of disagreeing content that is found again a little further off: what moved, not what changed. */
function nearbyShare({ comparison }: RegisteredPair, { agreement }: CellValues): number {
  const { laid, cells, weights } = comparison;
  const { grid, inside } = cells;
  const noise = { reference: laid.reference.noise, other: laid.other.noise };
  const only = new Uint8Array(inside.length);
  for (let cell = 0; cell < only.length; cell += 1) {
    const mayHaveMoved = (agreement[cell] as number) <= disagreeing && (weights[cell] as number) >= someContent;
    only[cell] = inside[cell] !== 0 && mayHaveMoved ? 1 : 0;
  }
  const pair = { reference: laid.reference.gradients, other: laid.warped };
  const { energies } = laid.reference;
  const wide = searchCells(pair, { grid, noise, radius: nearbyRadius, only, energies });
  let [found, all] = [0, 0];
  for (let cell = 0; cell < inside.length; cell += 1) {
    if (only[cell] === 0) continue;
    const weight = weights[cell] as number;
    all += weight;
    if ((wide.least[cell] as number) > nearbyCorrelation) found += weight;
  }
  return shareOf(found, all);
}

/** How far the farthest corner of the first picture moved, in sides of the second. */
function movementOf(
  [first, second]: readonly [DetailedPicture, DetailedPicture],
  { comparison }: RegisteredPair,
): number {
  const moves = [0, 1].flatMap((right) =>
    [0, 1].map((down) => {
      const [x, y] = applyAffine(comparison.toSecond, [right * first.width, down * first.height]);
      return Math.hypot(x / second.width - right, y / second.height - down);
    }),
  );
  return Math.max(...moves);
}

/** Sums up what the cells of a registered pair say. */
export function measureCells(
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
  values: CellValues,
): CellNumbers {
  const { totals, marked } = totalsOf(registered, values);
  const { comparison } = registered;
  const otherContent = Math.max(comparison.laid.other.content, totals.otherInside);
  const covers = shareOf(totals.covered, totals.own);
  const otherCovers = shareOf(totals.otherCovered, otherContent);
  return {
    agreeing: shareOf(totals.agreeing, totals.content),
    conflicting: shareOf(totals.conflicting, totals.content),
    covers,
    otherCovers,
    largestConflict: shareOf(largestRegion(marked, comparison.cells.grid), totals.content),
    exactness: shareOf(Math.max(0, totals.exact), totals.exactWeight),
    nearby: Math.max(covers, otherCovers) < mostlySeenAgain ? nearbyShare(registered, values) : 0,
    movement: movementOf(pictures, registered),
    contentCells: totals.content,
    blank: shareOf(totals.blank, totals.cells),
    joint: comparison.joint,
  };
}
