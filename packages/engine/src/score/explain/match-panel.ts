import type { Point } from '../similarity-transform.ts';
import { drawingWords } from './drawing-words.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import type { Explanation } from './explain-pair.ts';
import type { ShownMatch } from './overlap.ts';
import { partBoxes } from './part-words.ts';
import { framesOf, onPage, pictureImage } from './picture-frames.ts';
import type { Frames, ShownPair } from './picture-frames.ts';
import type { ShareBox } from './place-words.ts';
import { colours, shorten, textLine, widthOf } from './svg-page.ts';
import type { Panel } from './svg-page.ts';

/** At most this many lines are drawn, so that the pictures stay to be seen. */
const drawnLines = 32;
const maxHeight = 430;
const captionSize = 14;
const captionRoom = 30;

const squaredDistance = ([x1, y1]: Point, [x2, y2]: Point): number => (x1 - x2) ** 2 + (y1 - y2) ** 2;

/** Matches spread over the picture: each next one is the farthest, in the first picture, from all before it. */
export function spreadOut(matches: readonly ShownMatch[], count: number): ShownMatch[] {
  const left = [...matches];
  const chosen = left.splice(0, 1);
  const nearest = left.map((match) => squaredDistance(match.first, chosen[0]?.first ?? [0, 0]));
  while (chosen.length < count && left.length > 0) {
    const at = nearest.indexOf(Math.max(...nearest));
    const [next] = left.splice(at, 1);
    nearest.splice(at, 1);
    if (next === undefined) break;
    chosen.push(next);
    left.forEach((match, index) => {
      nearest[index] = Math.min(nearest[index] ?? Infinity, squaredDistance(match.first, next.first));
    });
  }
  return chosen;
}

/** A line between two matched points, coloured by where it starts: neighbours are told apart from the rest, not from each other. */
function matchLine({ first, second }: ShownMatch, { boxes, stacked }: Frames): string {
  const [x1, y1] = onPage(boxes[0], first);
  const [x2, y2] = onPage(boxes[1], second);
  const colour = `hsl(${Math.round(320 * (stacked ? first[0] : first[1]))} 90% 55%)`;
  const ends = [[x1, y1], [x2, y2]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}" stroke="#fff" stroke-width="1"/>`); // prettier-ignore
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="1.3" opacity="0.75"/>${ends.join('')}`;
}

/** The common part; dashed where the points alone do not say that it is a copy. */
function outline(polygon: readonly Point[], { boxes }: Frames, which: { index: 0 | 1; isCopy: boolean }): string {
  const { index, isCopy } = which;
  const points = polygon.map((point) => onPage(boxes[index], point).join(',')).join(' ');
  return `<polygon points="${points}" fill="none" stroke="#fff" stroke-width="6"/><polygon points="${points}" fill="none" stroke="${colours.sure}" stroke-width="3"${isCopy ? '' : ' stroke-dasharray="10 7"'}/>`;
}

const edgePoints = ({ left, top, right, bottom }: ShareBox): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

/** What both pictures have in common: the part that was found, else what the points agree on. */
function commonPart({ comparison, overlap, decidedBy }: Explanation, frames: Frames): string {
  const { part } = comparison;
  const isCopy = part !== undefined || decidedBy === 'copy evidence' || decidedBy === 'equal pixels';
  const [first, second] = part === undefined ? [overlap?.first, overlap?.second] : partBoxes(part).map(edgePoints);
  if (first === undefined || second === undefined) return '';
  return outline(first, frames, { index: 0, isCopy }) + outline(second, frames, { index: 1, isCopy });
}

/** What the panel shows beside the matches. */
export interface MatchesShown {
  readonly pictures: ShownPair;
  readonly language: DrawingLanguage;
}

/** Names and sizes below the pictures. */
function captions({ pictures, language }: MatchesShown, frames: Frames, top: number): string {
  const { boxes, columns, stacked, height } = frames;
  return pictures
    .map(({ name, width, height: rows }, index) => {
      const which = index === 0 ? 0 : 1;
      const { x, width: room } = columns[which];
      const label = `${drawingWords(index === 0 ? 'first' : 'second', language)} · ${width} × ${rows} · `;
      const y = (stacked ? boxes[which].y + boxes[which].height : top + height) + 20;
      const shown = shorten(name, { width: room - widthOf(label, captionSize), size: captionSize });
      return textLine(label + shown, { x: x + room / 2, y, size: captionSize, fill: colours.quiet, anchor: 'middle' });
    })
    .join('');
}

/** Both pictures, what they have in common outlined, and lines between points that agree. */
export function matchPanel(explanation: Explanation, shown: MatchesShown, top: number): Panel {
  const { pictures } = shown;
  const frames = framesOf(pictures, { top, maxHeight });
  const { overlap, matches, comparison } = explanation;
  const agreeing = overlap === undefined || comparison.part !== undefined ? [] : matches.filter(({ agrees }) => agrees);
  const svg = [
    pictureImage(pictures[0], frames.boxes[0]),
    pictureImage(pictures[1], frames.boxes[1]),
    commonPart(explanation, frames),
    ...spreadOut(agreeing, drawnLines).map((match) => matchLine(match, frames)),
    captions(shown, frames, top),
  ];
  return { svg: svg.join(''), height: frames.height + captionRoom };
}
