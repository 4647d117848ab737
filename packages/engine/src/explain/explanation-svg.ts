import type { Explanation } from './explain-pair.ts';
import { heatSide } from './explain-pair.ts';
import type { Point } from '../score/similarity-transform.ts';

/** A picture to be shown: its size, and its bytes as a data URI. */
export interface ShownPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dataUri: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const pageWidth = 1080;
const margin = 36;
const panelWidth = 480;
const panelHeight = 360;
const barTop = 940;
const font = 'font-family="Inter, Helvetica, Arial, DejaVu Sans, sans-serif"';
const ink = '#1c2430';
const quiet = '#6a7485';
const accent = '#0a7d5a';
const amber = '#c77700';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const shorten = (text: string, length: number): string => (text.length <= length ? text : `…${text.slice(1 - length)}`);

/** Green for sure, amber for perhaps, grey for no. */
const colourOf = (score: number): string => (score >= 0.7 ? accent : score >= 0.3 ? amber : quiet);

function fit(picture: ShownPicture, frame: Box): Box {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
}

const image = (picture: ShownPicture, box: Box, opacity = 1): string =>
  `<image href="${picture.dataUri}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" opacity="${opacity}" preserveAspectRatio="none"/>`;
const at = (box: Box, [x, y]: Point): string =>
  `${(box.x + x * box.width).toFixed(1)},${(box.y + y * box.height).toFixed(1)}`;
const text = (
  content: string,
  place: { x: number; y: number; size: number; fill?: string; weight?: number; anchor?: string },
): string =>
  `<text x="${place.x}" y="${place.y}" ${font} font-size="${place.size}" fill="${place.fill ?? ink}" font-weight="${place.weight ?? 400}" text-anchor="${place.anchor ?? 'start'}">${escape(content)}</text>`;

/** Width of an average semibold letter, as a share of the font size; a little generous, since fonts differ. */
const letterWidth = 0.56;
const headlineSize = 26;

/** The largest font size, up to the headline's, at which one line of text is no wider than `width`. */
export function sizeToFit(content: string, width: number): number {
  return Math.min(headlineSize, Math.floor(width / (content.length * letterWidth)));
}

function header({ comparison, decidedBy }: Explanation): string {
  const { score, verdict } = comparison;
  const gauge = { x: margin + 230, y: 96, width: pageWidth - 2 * margin - 230 };
  const marks = [0.3, 0.5, 0.7, 0.9].map((mark) => {
    const x = gauge.x + gauge.width * mark;
    return `<line x1="${x}" x2="${x}" y1="${gauge.y - 3}" y2="${gauge.y + 15}" stroke="#fff" stroke-width="2"/>${text(String(mark), { x, y: gauge.y + 30, size: 13, fill: quiet, anchor: 'middle' })}`;
  });
  const headline = verdict.words.charAt(0).toUpperCase() + verdict.words.slice(1);
  return [
    text(score === 1 ? '1' : score.toFixed(3), { x: margin, y: 108, size: 76, weight: 700, fill: colourOf(score) }),
    text(headline, { x: gauge.x, y: 60, size: sizeToFit(headline, gauge.width), weight: 600 }),
    text(`decided by: ${decidedBy}`, { x: gauge.x, y: 84, size: 15, fill: quiet }),
    `<rect x="${gauge.x}" y="${gauge.y}" width="${gauge.width}" height="12" rx="6" fill="#e3e7ee"/>`,
    `<rect x="${gauge.x}" y="${gauge.y}" width="${Math.max(12, gauge.width * score)}" height="12" rx="6" fill="${colourOf(score)}"/>`,
    ...marks,
  ].join('');
}

/** At most this many lines are drawn, so that a good match stays readable. */
const drawnLines = 60;

function matchPanel(explanation: Explanation, pictures: readonly [ShownPicture, ShownPicture]): string {
  const frames = panelFrames(176);
  const boxes = [fit(pictures[0], frames[0]), fit(pictures[1], frames[1])] as const;
  const agreeing = explanation.matches.filter(({ agrees }) => agrees);
  const stride = Math.max(1, Math.ceil(agreeing.length / drawnLines));
  const lines = agreeing
    .filter((_, index) => index % stride === 0)
    .map(({ first, second }, index) => {
      const [from, to] = [at(boxes[0], first).split(','), at(boxes[1], second).split(',')];
      const colour = `hsl(${(index * 47) % 360} 85% 55%)`;
      return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${colour}" stroke-width="1.4" opacity="0.8"/><circle cx="${from[0]}" cy="${from[1]}" r="3" fill="${colour}"/><circle cx="${to[0]}" cy="${to[1]}" r="3" fill="${colour}"/>`;
    });
  const { overlap } = explanation;
  const outlines = (overlap === undefined ? [] : [overlap.first, overlap.second]).map((polygon, index) => {
    const points = polygon.map((point) => at(boxes[index === 0 ? 0 : 1], point)).join(' ');
    return `<polygon points="${points}" fill="none" stroke="#fff" stroke-width="5"/><polygon points="${points}" fill="none" stroke="${accent}" stroke-width="3"/>`;
  });
  const words =
    overlap === undefined
      ? 'No movement brings points of one picture onto the other.'
      : `${agreeing.length} of ${explanation.matches.length} matched points fit one movement (${overlap.words}); the outlined parts coincide.`;
  return [
    text(words, { x: margin, y: 164, size: 16 }),
    image(pictures[0], boxes[0]),
    image(pictures[1], boxes[1]),
    ...outlines,
    ...lines,
    ...pictures.map(({ name }, index) =>
      text(shorten(name, 52), { x: frames[index === 0 ? 0 : 1].x, y: 176 + panelHeight + 22, size: 14, fill: quiet }),
    ),
  ].join('');
}

function panelFrames(y: number): readonly [Box, Box] {
  return [
    { x: margin, y, width: panelWidth, height: panelHeight },
    { x: pageWidth - margin - panelWidth, y, width: panelWidth, height: panelHeight },
  ];
}

/** Transparent for unlike, yellow to red for alike; contrast is stretched over what both maps hold. */
function heatColour(value: number, range: readonly [number, number]): string {
  const share = Math.min(1, Math.max(0, (value - range[0]) / Math.max(0.25, range[1] - range[0])));
  return `fill="hsl(${Math.round(55 - 55 * share)} 95% 52%)" opacity="${(0.78 * share).toFixed(2)}"`;
}

function heatPanel(explanation: Explanation, pictures: readonly [ShownPicture, ShownPicture]): string {
  const top = 606;
  const height = 260;
  const maps = [explanation.heat.first, explanation.heat.second];
  const range = [Math.min(...maps.flat()), Math.max(...maps.flat())] as const;
  const panels = pictures.map((picture, index) => {
    const frame = { ...panelFrames(top)[index === 0 ? 0 : 1], height };
    const box = fit(picture, frame);
    const cells = (maps[index] ?? []).map((value, cell) => {
      const [x, y] = [
        box.x + ((cell % heatSide) * box.width) / heatSide,
        box.y + (Math.floor(cell / heatSide) * box.height) / heatSide,
      ];
      return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(box.width / heatSide + 0.5).toFixed(1)}" height="${(box.height / heatSide + 0.5).toFixed(1)}" ${heatColour(value, range)}/>`;
    });
    return `${image(picture, box, 0.55)}<g filter="url(#soft${index})" clip-path="url(#clip${index})">${cells.join('')}</g>
      <filter id="soft${index}" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="14"/></filter>
      <clipPath id="clip${index}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/></clipPath>`;
  });
  return `${text('Where each looks like the other: yellow a little, red the most.', { x: margin, y: top - 10, size: 16 })}${panels.join('')}`;
}

function evidencePanel({ contributions, comparison }: Explanation): string {
  const largest = Math.max(0.01, ...contributions.map(({ added }) => Math.abs(added)));
  const zero = 420;
  const scale = 380 / largest;
  const rows = contributions.map(({ words, value, added }, index) => {
    const y = barTop + 26 + index * 26;
    const width = Math.abs(added) * scale;
    return [
      text(words, { x: margin, y: y + 14, size: 15 }),
      text(value.toFixed(2), { x: zero - 16, y: y + 14, size: 14, fill: quiet, anchor: 'end' }),
      `<rect x="${zero}" y="${y}" width="${width}" height="17" rx="3" fill="${added < 0 ? '#b94a48' : accent}"/>`,
      text(`${added < 0 ? '−' : '+'}${Math.abs(added).toFixed(2)}`, {
        x: zero + width + 8,
        y: y + 14,
        size: 14,
        fill: quiet,
      }),
    ].join('');
  });
  const notes = comparison.notes.map(({ picture, words }, index) =>
    text(`Note: the ${picture} picture ${words}.`, {
      x: margin,
      y: barTop + 60 + contributions.length * 26 + index * 22,
      size: 15,
      fill: amber,
    }),
  );
  return [
    text('What was seen, and what each added', { x: margin, y: barTop + 6, size: 17, weight: 600 }),
    ...rows,
    ...notes,
  ].join('');
}

/** Composes the page that explains one comparison. */
export function explanationSvg(explanation: Explanation, pictures: readonly [ShownPicture, ShownPicture]): string {
  const height = barTop + 90 + explanation.contributions.length * 26 + explanation.comparison.notes.length * 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pageWidth}" height="${height}" viewBox="0 0 ${pageWidth} ${height}">`,
    `<rect width="100%" height="100%" fill="#fbfcfe"/>`,
    header(explanation),
    matchPanel(explanation, pictures),
    heatPanel(explanation, pictures),
    evidencePanel(explanation),
    text(`calibration ${explanation.comparison.calibration}`, {
      x: pageWidth - margin,
      y: height - 16,
      size: 12,
      fill: quiet,
      anchor: 'end',
    }),
    '</svg>',
  ].join('\n');
}
