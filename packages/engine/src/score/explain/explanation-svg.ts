import { capitalised } from './capitalised.ts';
import { differencePanel } from './difference-panel.ts';
import { meaningWords } from './difference-words.ts';
import { drawingWords, noteLine } from './drawing-words.ts';
import type { DrawingLanguage } from './drawing-words.ts';
import { evidencePanel } from './evidence-panel.ts';
import type { Explanation } from './explain-pair.ts';
import { heatPanel } from './heat-panel.ts';
import { matchPanel } from './match-panel.ts';
import type { ShownPair, ShownPicture } from './picture-frames.ts';
import { colourOf, colours, margin, pageWidth, paragraph, sizeToFit, textLine } from './svg-page.ts';
import type { Panel } from './svg-page.ts';

const headlineSize = 26;
const reasonSize = 17;
/** The widest bold digits of the fonts that may stand in still end before the scale begins. */
const numberSize = 66;
const gauge = { x: margin + 236, y: 74, width: pageWidth - 2 * margin - 236 } as const;
const marks = [0.3, 0.5, 0.7, 0.9];
const space = 30;

/** What is drawn beside the explanation, and in which language. */
export interface Shown {
  readonly pictures: ShownPair;
  /** What the two look like laid over each other, where they can be. */
  readonly difference: ShownPicture | undefined;
  readonly language: DrawingLanguage;
}

/** The score as a number, in words and on a scale, and what decided it. */
function header({ comparison, because }: Explanation, language: DrawingLanguage): Panel {
  const { score } = comparison;
  const meaning = meaningWords(comparison)[language];
  const colour = colourOf(score);
  const headline = capitalised(meaning);
  const ticks = marks.map((mark) => {
    const x = gauge.x + gauge.width * mark;
    return `<line x1="${x}" x2="${x}" y1="${gauge.y - 3}" y2="${gauge.y + 15}" stroke="#fff" stroke-width="2"/>${textLine(String(mark), { x, y: gauge.y + 30, size: 13, fill: colours.quiet, anchor: 'middle' })}`;
  });
  const reason = paragraph(because[language], { x: margin, y: 122, size: reasonSize, width: pageWidth - 2 * margin });
  const svg = [
    textLine(score === 1 ? '1' : score.toFixed(3), { x: margin, y: 98, size: numberSize, weight: 700, fill: colour }),
    textLine(headline, {
      x: gauge.x,
      y: 58,
      size: sizeToFit(headline, { width: gauge.width, most: headlineSize }),
      weight: 600,
    }),
    `<rect x="${gauge.x}" y="${gauge.y}" width="${gauge.width}" height="12" rx="6" fill="${colours.faint}"/>`,
    `<rect x="${gauge.x}" y="${gauge.y}" width="${Math.max(12, gauge.width * score)}" height="12" rx="6" fill="${colour}"/>`,
    ...ticks,
    reason.svg,
  ];
  return { svg: svg.join(''), height: 122 + reason.height };
}

function notesPanel({ comparison }: Explanation, { pictures, language }: Shown, top: number): Panel {
  let height = 0;
  const svg = comparison.notes.map(({ picture, words }) => {
    const { name } = pictures[picture === 'first' ? 0 : 1];
    const note = paragraph(noteLine(picture, { name, words }, language), {
      x: margin,
      y: top + height,
      size: 15,
      width: pageWidth - 2 * margin,
      fill: colours.perhaps,
    });
    height += note.height;
    return note.svg;
  });
  return { svg: svg.join(''), height };
}

function laidOver({ comparison }: Explanation, shown: Shown, top: number): Panel {
  return comparison.difference === undefined
    ? { svg: '', height: 0 }
    : differencePanel(comparison.difference, shown, top);
}

/** Composes the page that explains one comparison. */
export function explanationSvg(explanation: Explanation, shown: Shown): string {
  const panels: readonly ((top: number) => Panel)[] = [
    () => header(explanation, shown.language),
    (top) => notesPanel(explanation, shown, top),
    (top) => laidOver(explanation, shown, top),
    (top) => matchPanel(explanation, shown, top),
    (top) => heatPanel(explanation, shown, top),
    (top) => evidencePanel(explanation, top, shown.language),
  ];
  let y = 0;
  const drawn = panels.map((draw) => {
    const panel = draw(y);
    y += panel.height === 0 ? 0 : panel.height + space;
    return panel.svg;
  });
  const height = Math.ceil(y + 20);
  const version = textLine(`${drawingWords('calibration', shown.language)} ${explanation.comparison.calibration}`, {
    x: pageWidth - margin,
    y: height - 16,
    size: 12,
    fill: colours.quiet,
    anchor: 'end',
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pageWidth}" height="${height}" viewBox="0 0 ${pageWidth} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.page}"/>`,
    ...drawn,
    version,
    '</svg>',
  ].join('\n');
}
