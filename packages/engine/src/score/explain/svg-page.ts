/** A piece of the page and the room it takes from its top down, pixels. */
export interface Panel {
  readonly svg: string;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const pageWidth = 1080;
export const margin = 36;
export const contentWidth: number = pageWidth - 2 * margin;

export const colours = {
  page: '#fbfcfe',
  ink: '#1c2430',
  quiet: '#5d6778',
  faint: '#e3e7ee',
  sure: '#0a7d5a',
  perhaps: '#c77700',
  against: '#b94a48',
} as const;

const font = 'font-family="Inter, Helvetica, Arial, DejaVu Sans, sans-serif"';
/** Width of an average letter as a share of the font size; a little generous, since fonts differ. */
const letterWidth = 0.56;
/** Chinese, Japanese and Korean letters take a square each. */
const wideLetter = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Characters that XML cannot hold, even escaped. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escape = (text: string): string =>
  text
    .replaceAll(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** An estimate of how wide one line of text is, pixels; on the safe side. */
export function widthOf(content: string, size: number): number {
  return Array.from(content).reduce((sum, letter) => sum + size * (wideLetter.test(letter) ? 1 : letterWidth), 0);
}

/** The largest font size, up to `most`, at which one line of text is no wider than `width`. */
export function sizeToFit(content: string, { width, most }: { readonly width: number; readonly most: number }): number {
  return Math.min(most, Math.floor(width / widthOf(content, 1)));
}

/** The end of a text that fits, behind an ellipsis: of a path the file's name matters most. */
export function shorten(content: string, { width, size }: { readonly width: number; readonly size: number }): string {
  if (widthOf(content, size) <= width) return content;
  const letters = Array.from(content);
  while (letters.length > 1 && widthOf(`…${letters.join('')}`, size) > width) letters.shift();
  return `…${letters.join('')}`;
}

/** A word, a number with its per cent sign, or a wide letter with the marks that may not begin a line; with the spaces before it. */
const unbroken = new RegExp(
  `\\s*(?:${wideLetter.source}[，。；：！？、）」』”]*|(?:(?!${wideLetter.source})\\S)+(?: %[.,;:]?)?)`,
  'gu',
);

/** Breaks a text between words, or between wide letters, into lines that fit. */
export function wrap(content: string, { width, size }: { readonly width: number; readonly size: number }): string[] {
  const lines: string[] = [];
  for (const piece of content.match(unbroken) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + piece, size) <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece.trimStart());
  }
  return lines;
}

/** One line of text; `y` is its base line. */
export function textLine(
  content: string,
  place: { x: number; y: number; size: number; fill?: string; weight?: number; anchor?: 'start' | 'middle' | 'end' },
): string {
  const { x, y, size, fill = colours.ink, weight = 400, anchor = 'start' } = place;
  return `<text x="${x}" y="${y}" ${font} font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${escape(content)}</text>`;
}

/** Wrapped lines below each other. */
export function paragraph(
  content: string,
  place: { x: number; y: number; size: number; width: number; fill?: string },
): Panel {
  const lineHeight = Math.round(place.size * 1.4);
  const lines = wrap(content, place);
  const svg = lines
    .map((line, index) => textLine(line, { ...place, y: place.y + place.size + index * lineHeight }))
    .join('');
  return { svg, height: lines.length * lineHeight };
}

/** Green for sure, amber for perhaps, grey for no. */
export function colourOf(score: number): string {
  if (score >= 0.7) return colours.sure;
  return score >= 0.3 ? colours.perhaps : colours.quiet;
}
