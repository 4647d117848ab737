import { drawingWords } from './drawing-words.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import type { Explanation } from './explain-pair.ts';
import { heatSide } from './heat-map.ts';
import { ordinaryPairs } from './ordinary-pairs.ts';
import { framesOf, pictureImage } from './picture-frames.ts';
import type { ShownPair } from './picture-frames.ts';
import { colours, contentWidth, margin, textLine } from './svg-page.ts';
import type { Box, Panel } from './svg-page.ts';

const maxHeight = 240;
const headingRoom = 24;
/** Where the scale ends: parts of copies get there. */
const fullHeat = 0.9;
const legend = { width: 200, height: 12 } as const;

/** How far a cosine lies between what different pictures get by chance, 0, and what copies get, 1. */
export function heatShare(cosine: number): number {
  return Math.min(1, Math.max(0, (cosine - ordinaryPairs.alikeParts) / (fullHeat - ordinaryPairs.alikeParts)));
}

/** Clear for no more alike than by chance, then yellow to red. */
function heatFill(share: number): string {
  return `fill="hsl(${Math.round(52 - 52 * share)} 96% 50%)" fill-opacity="${(share === 0 ? 0 : 0.16 + 0.42 * share).toFixed(2)}"`;
}

/** Cells over a picture, and once more around its edges, so that softening does not fade them out there. */
function cells(heat: readonly number[], box: Box): string {
  const [width, height] = [box.width / heatSide, box.height / heatSide];
  const inside = (index: number): number => Math.min(heatSide - 1, Math.max(0, index));
  const range = Array.from({ length: heatSide + 2 }, (_, index) => index - 1);
  const rects = range.flatMap((row) =>
    range.map((column) => {
      const cosine = heat[inside(row) * heatSide + inside(column)] ?? 0;
      const [x, y] = [box.x + column * width, box.y + row * height];
      return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(width + 0.3).toFixed(1)}" height="${(height + 0.3).toFixed(1)}" ${heatFill(heatShare(cosine))}/>`;
    }),
  );
  return rects.join('');
}

function heatLegend(y: number, language: DrawingLanguage): string {
  const x = margin + contentWidth - legend.width - 84;
  const steps = 20;
  const bars = Array.from({ length: steps }, (_, step) => {
    const width = legend.width / steps;
    return `<rect x="${x + step * width}" y="${y}" width="${width + 0.3}" height="${legend.height}" ${heatFill(step / (steps - 1))}/>`;
  });
  return [
    `<rect x="${x}" y="${y}" width="${legend.width}" height="${legend.height}" fill="${colours.faint}"/>`,
    ...bars,
    textLine(drawingWords('byChance', language), { x: x - 8, y: y + 11, size: 13, fill: colours.quiet, anchor: 'end' }),
    textLine(drawingWords('asInCopies', language), {
      x: x + legend.width + 8,
      y: y + 11,
      size: 13,
      fill: colours.quiet,
    }),
  ].join('');
}

/** What the panel shows beside the heat. */
export interface HeatShown {
  readonly pictures: ShownPair;
  readonly language: DrawingLanguage;
}

/** Both pictures in grey under their heat maps, on a scale that is the same for every pair. */
export function heatPanel({ heat }: Explanation, { pictures, language }: HeatShown, top: number): Panel {
  const { boxes, height } = framesOf(pictures, { top: top + headingRoom + 12, maxHeight });
  const maps = pictures.map((picture, index) => {
    const box = boxes[index === 0 ? 0 : 1];
    const blur = (Math.min(box.width, box.height) / heatSide) * 0.35;
    return `<clipPath id="frame${index}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/></clipPath>
      <filter id="soft${index}"><feGaussianBlur stdDeviation="${blur.toFixed(1)}"/></filter>
      ${pictureImage(picture, box, 'filter="url(#grey)"')}
      <g clip-path="url(#frame${index})"><g filter="url(#soft${index})">${cells(index === 0 ? heat.first : heat.second, box)}</g></g>`;
  });
  const svg = [
    '<filter id="grey"><feColorMatrix type="saturate" values="0.1"/></filter>',
    textLine(drawingWords('heat', language), { x: margin, y: top + 16, size: 17, weight: 600 }),
    heatLegend(top + 5, language),
    ...maps,
  ];
  return { svg: svg.join(''), height: height + headingRoom + 12 };
}
