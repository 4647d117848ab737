import { cellStates } from '../difference/difference-evidence.ts';
import type { CellState, DifferenceEvidence } from '../difference/difference-evidence.ts';
import { capitalised } from './capitalised.ts';
import { cellBox, inBoth } from './difference-regions.ts';
import { displayedCells } from './displayed-cells.ts';
import { differenceWords, isDecisive, shareWords } from './difference-words.ts';
import { drawingWords } from './drawing-words.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import { framesOf, onPage, pictureImage } from './picture-frames.ts';
import type { ShownPair, ShownPicture } from './picture-frames.ts';
import { colours, contentWidth, margin, paragraph, textLine, widthOf } from './svg-page.ts';
import type { Box, Panel } from './svg-page.ts';

const maxHeight = 300;
const headingRoom = 30;
const captionRoom = 24;

/** What is painted over the pictures. */
export const stateColours: Readonly<Partial<Record<CellState, string>>> = {
  agrees: colours.sure,
  conflicts: '#d0202c',
  'first-only': '#e08a00',
  'second-only': '#e08a00',
};

const legend = [
  [colours.sure, 'agrees'],
  ['#d0202c', 'conflicts'],
  ['#e08a00', 'onlyOne'],
] as const;
const legendSize = 13;

/** Cells over one of the two pictures, each where it lies there. */
function overlay(evidence: DifferenceEvidence, box: Box, which: 0 | 1): string {
  const { registration } = evidence;
  const cells = displayedCells(evidence);
  return Array.from(cells.states, (state, at) => {
    const fill = stateColours[cellStates[state] ?? 'blank'];
    if (fill === undefined) return '';
    const points = inBoth({ cells, registration }, cellBox(cells, at))[which];
    const shape = points.map((point) => onPage(box, point).join(',')).join(' ');
    const opacity = (0.2 + 0.35 * Math.min(1, cells.weight[at] ?? 0)).toFixed(2);
    return `<polygon points="${shape}" fill="${fill}" fill-opacity="${opacity}"/>`;
  }).join('');
}

function legendAt(y: number, language: DrawingLanguage): string {
  let x = margin + contentWidth;
  return legend
    .toReversed()
    .map(([fill, name]) => {
      const words = drawingWords(name, language);
      x -= widthOf(words, legendSize) + 34;
      return `<rect x="${x}" y="${y - 11}" width="14" height="14" rx="3" fill="${fill}" fill-opacity="0.6"/>${textLine(words, { x: x + 20, y, size: legendSize, fill: colours.quiet })}`;
    })
    .join('');
}

/** The picture of what differs, below both. */
function differenceFrame(picture: ShownPicture, top: number, language: DrawingLanguage): Panel {
  const scale = Math.min(contentWidth / picture.width, maxHeight / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const box = { x: margin + (contentWidth - width) / 2, y: top, width, height };
  const caption = textLine(drawingWords('laidCaption', language), {
    x: margin + contentWidth / 2,
    y: top + height + 18,
    size: 14,
    fill: colours.quiet,
    anchor: 'middle',
  });
  return { svg: pictureImage(picture, box) + caption, height: height + captionRoom };
}

/** The reason above says it already where what differs decided. */
function wordsBeside(evidence: DifferenceEvidence, language: DrawingLanguage): string {
  if (isDecisive(evidence)) return '';
  const [words, shares] = [differenceWords(evidence)[language], shareWords(evidence)[language]];
  const sentence = language === 'en' ? `${words}: ${shares}.` : `${words}：${shares}。`;
  return capitalised(sentence);
}

/** What the panel shows beside the evidence. */
export interface DifferenceShown {
  readonly pictures: ShownPair;
  readonly difference: ShownPicture | undefined;
  readonly language: DrawingLanguage;
}

/** Both pictures with what agrees and what conflicts painted over them, and the picture of their difference. */
export function differencePanel(
  evidence: DifferenceEvidence,
  { pictures, difference, language }: DifferenceShown,
  top: number,
): Panel {
  const title = textLine(drawingWords('laidOver', language), {
    x: margin,
    y: top + 16,
    size: 17,
    weight: 600,
  });
  const shares = paragraph(wordsBeside(evidence, language), { x: margin, y: top + 24, size: 14, width: contentWidth, fill: colours.quiet }); // prettier-ignore
  const framesTop = top + headingRoom + shares.height + 8;
  const { boxes, height } = framesOf(pictures, { top: framesTop, maxHeight });
  const painted = pictures.map((picture, index) => {
    const which = index === 0 ? 0 : 1;
    const box = boxes[which];
    const clip = `laid${index}`;
    return [
      `<clipPath id="${clip}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/></clipPath>`,
      pictureImage(picture, box, 'filter="url(#pale)"'),
      `<g clip-path="url(#${clip})">${overlay(evidence, box, which)}</g>`,
    ].join('');
  });
  const below =
    difference === undefined ? { svg: '', height: 0 } : differenceFrame(difference, framesTop + height + 20, language);
  const svg = [
    '<filter id="pale"><feColorMatrix type="saturate" values="0.1"/></filter>',
    title,
    shares.svg,
    legendAt(top + 15, language),
    ...painted,
    below.svg,
  ];
  return { svg: svg.join(''), height: framesTop - top + height + (below.height === 0 ? 0 : below.height + 20) };
}
