import { hypothesisWords, liftWords } from './contributions.ts';
import type { Contribution } from './contributions.ts';
import { drawingWords } from './drawing-words.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import type { Explanation } from './explain-pair.ts';
import { colours, contentWidth, margin, textLine } from './svg-page.ts';
import type { Panel } from './svg-page.ts';

const rowHeight = 25;
const headingRoom = 56;
/** Where the columns end and the bars start, from the left. */
const columns = { words: margin + 14, value: 400, ordinary: 500, zero: 640 } as const;
const longestBar = margin + contentWidth - columns.zero - 62;
const shortestBar = columns.zero - columns.ordinary - 78;

const families = [
  { name: 'copy', words: 'samePicture' },
  { name: 'semantic', words: 'sameThing' },
] as const;

interface RowStyle {
  /** Pixels for one unit of lift. */
  readonly unit: number;
  readonly language: DrawingLanguage;
}

/** Pixels for one unit of lift, so that the longest bars to both sides fit. */
function unitOf(contributions: readonly Contribution[]): number {
  const lifts = contributions.map(({ lift }) => lift);
  return Math.min(longestBar / Math.max(1, ...lifts), shortestBar / Math.max(0.1, -Math.min(0, ...lifts)));
}

function row(contribution: Contribution, y: number, { unit, language }: RowStyle): string {
  const { words, value, ordinary, lift } = contribution;
  const width = Math.abs(lift) * unit;
  const left = lift < 0 ? columns.zero - width : columns.zero;
  const number = lift < 0 ? { x: left - 6, anchor: 'end' as const } : { x: left + width + 6, anchor: 'start' as const };
  return [
    textLine(words[language], { x: columns.words, y, size: 15 }),
    textLine(value.toFixed(2), { x: columns.value, y, size: 14, anchor: 'end' }),
    textLine(ordinary.toFixed(2), { x: columns.ordinary, y, size: 14, fill: colours.quiet, anchor: 'end' }),
    `<rect x="${left.toFixed(1)}" y="${y - 13}" width="${width.toFixed(1)}" height="16" rx="3" fill="${lift < 0 ? colours.against : colours.sure}"/>`,
    textLine(liftWords(contribution), { ...number, y, size: 13, fill: colours.quiet }),
  ].join('');
}

function heading(top: number, readAs: string, language: DrawingLanguage): string {
  const small = { y: top + 46, size: 13, fill: colours.quiet };
  return [
    textLine(drawingWords('lifts', language) + readAs, {
      x: margin,
      y: top + 16,
      size: 17,
      weight: 600,
    }),
    textLine(drawingWords('thisPair', language), { ...small, x: columns.value, anchor: 'end' }),
    textLine(drawingWords('different', language), { ...small, x: columns.ordinary, anchor: 'end' }),
    textLine(drawingWords('lift', language), { ...small, x: columns.zero }),
  ].join('');
}

/** A bar for each kind of evidence: what it is worth here beyond what different pictures have. */
export function evidencePanel(
  { hypothesis, contributions }: Explanation,
  top: number,
  language: DrawingLanguage,
): Panel {
  const unit = unitOf(contributions);
  let y = top + headingRoom;
  const parts = families.flatMap(({ name, words }) => {
    const members = contributions.filter(({ family }) => family === name).toSorted((a, b) => b.lift - a.lift);
    const title = textLine(drawingWords(words, language), { x: margin, y: y + 14, size: 15, weight: 600 });
    const rows = members.map((member, index) => row(member, y + 14 + (index + 1) * rowHeight, { unit, language }));
    y += (members.length + 1) * rowHeight + 6;
    return [title, ...rows];
  });
  const axis = `<line x1="${columns.zero}" x2="${columns.zero}" y1="${top + headingRoom}" y2="${y}" stroke="${colours.quiet}" stroke-width="1"/>`;
  return {
    svg: [heading(top, hypothesisWords[hypothesis][language], language), ...parts, axis].join(''),
    height: y - top,
  };
}
