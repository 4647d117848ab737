import type { Bilingual } from '@semblance/spec/error-catalog';
import type { DifferenceEvidence } from '../difference/difference-evidence.ts';
import { cellStates } from '../difference/difference-evidence.ts';
import { plainlyDisagrees, connectedRegions } from '../difference/grid-regions.ts';
import { boxAround, cellBox, inBoth, pixelBox } from './difference-regions.ts';
import type { Note, PixelBox } from '../notes.ts';
import type { Size } from './overlap.ts';
import { recolouredCells } from './other-colours.ts';
import { placeWords } from './place-words.ts';
import type { ShareBox } from './place-words.ts';

/** The compact place in which pictures differ most that otherwise agree. */
export interface OnePlace {
  /** In the picture that has the grid, in shares of it. */
  readonly box: ShareBox;
  /** Share of that picture, 0…1. */
  readonly share: number;
  /** Whether there is no second place that is large enough to be one. */
  readonly isOnly: boolean;
  /** Whether it differs in colour alone: its edges are the same, as of one bar of a chart in another colour. */
  readonly isColour: boolean;
}

/** Cells from which on a place is none of a copy's usual marks, and the share of all that disagrees which the largest holds. */
const leastCells = 1.5;
const mainShare = 0.5;
/** Below this exactness paper is bent or the view another one, and what disagrees may be that. */
const leastExactness = 0.96;
/** A place that takes more of the picture is a part of it, and not one place. */
const mostArea = 0.25;

type Evidence = Pick<DifferenceEvidence, 'case' | 'cells' | 'numbers' | 'registration'>;

/** Whether a cell lies at the rim of what both show: there paper ends, and what a lens or a crop did is no difference. */
function isAtRim({ cells }: Evidence, at: number): boolean {
  const [column, row] = [at % cells.columns, Math.floor(at / cells.columns)];
  if (column === 0 || row === 0 || column === cells.columns - 1 || row === cells.rows - 1) return true;
  const beside = [at - cells.columns, at - 1, at + 1, at + cells.columns];
  return beside.some((next) => cellStates[cells.states[next] ?? 0] === 'outside');
}

function hasOtherContent({ cells }: Evidence, at: number): boolean {
  return plainlyDisagrees(cells.weight[at] ?? 0, cells.agreement[at] ?? 0);
}

/** Cells with other content or in other colours, 0 or 1 a cell. */
function markedCells(evidence: Evidence): Uint8Array {
  const { cells } = evidence;
  return recolouredCells(cells).map((isRecoloured, at) => {
    if (cellStates[cells.states[at] ?? 0] === 'outside' || isAtRim(evidence, at)) return 0;
    return isRecoloured === 1 || hasOtherContent(evidence, at) ? 1 : 0;
  });
}

/**
 * The one compact place, or the largest of very few, that plainly differs between pictures that are seen again as a whole.
 * @returns undefined where nothing does, where much does, or where it is scattered.
 */
export function onePlaceOf(evidence: Evidence): OnePlace | undefined {
  if (evidence.case !== 'seen-again' || evidence.numbers.exactness < leastExactness) return undefined;
  const { cells } = evidence;
  const marked = markedCells(evidence);
  const places = connectedRegions(marked, { columns: cells.columns, rows: cells.rows, corners: true });
  const largest = places.reduce<readonly number[]>((most, place) => (place.length > most.length ? place : most), []);
  const all = places.reduce((sum, { length }) => sum + length, 0);
  if (largest.length < leastCells || largest.length < mainShare * all) return undefined;
  const box = boxAround(cells, largest);
  const boxes = largest.map((at) => cellBox(cells, at));
  const share = boxes.reduce((sum, cell) => sum + (cell.right - cell.left) * (cell.bottom - cell.top), 0);
  const isOnly = places.every((place) => place === largest || place.length < leastCells);
  const isColour = largest.every((at) => !hasOtherContent(evidence, at));
  return share > mostArea ? undefined : { box, share, isOnly, isColour };
}

/**
 * Says the place after the picture's name: `differs from the other in one place: the right, 3 % of the picture`. Where it is only the largest
 * it is called so, and where only its colours differ that is said.
 */
export function onePlaceWords({ box, share, isOnly, isColour }: OnePlace): Bilingual {
  const [place, percent] = [placeWords(box), `${Math.max(1, Math.round(100 * share))} %`];
  const [how, inWhat] = isColour ? ['in colour, in', '颜色'] : ['in', ''];
  return {
    en: `differs from the other ${how} ${isOnly ? 'one place' : 'more than one place, most of all'}: ${place.en}, ${percent} of the picture`,
    zh: `与另一张${isOnly ? '有一处' : '不止一处'}${inWhat}不同${isOnly ? '' : '，最大的一处'}：${place.zh}，占图片的 ${percent}`,
  };
}

/** The note on the one place, on the picture that has the grid; none where there is no such place. */
export function onePlaceNotes(evidence: Evidence, sizes: readonly [Size, Size]): Note[] {
  const place = onePlaceOf(evidence);
  if (place === undefined) return [];
  const picture = evidence.cells.of;
  const which = picture === 'first' ? 0 : 1;
  const region: PixelBox = pixelBox(inBoth(evidence, place.box)[which], sizes[which]);
  return [{ name: 'one-place', picture, words: onePlaceWords(place), region }];
}
