import sharp from 'sharp';
import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';

/** A text as it is set. */
export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly font: string;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'normal' | 'bold';
  /** Further attributes, such as a transform. */
  readonly more?: string;
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A text element; x and y are its baseline's start, middle or end. */
export function text([x, y]: readonly [number, number], words: string, style: TextStyle): string {
  const { size, font, fill = '#1a1a1a', anchor = 'start', weight = 'normal', more = '' } = style;
  return `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}" ${more}>${escaped(words)}</text>`;
}

export const rectangle = (
  [x, y, width, height]: readonly [number, number, number, number],
  fill: string,
  more = '',
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const line = ([x1, y1, x2, y2]: readonly [number, number, number, number], stroke: string, width = 1): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"/>`;

/** A page of SVG elements on a ground; no ground leaves it transparent. */
export function page({ width, height }: Size, ground: string | undefined, parts: readonly string[]): Buffer {
  const back = ground === undefined ? '' : rectangle([0, 0, width, height], ground);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${back}${parts.join('')}</svg>`,
  );
}

export const png = (svg: Buffer): Promise<Buffer> => sharp(svg).png({ compressionLevel: 3 }).toBuffer();

/** A picture that covers a rectangle of the given size. */
export const covering = (picture: Buffer, { width, height }: Size): Promise<Buffer> =>
  sharp(picture)
    .flatten({ background: '#ffffff' })
    .resize(width, height, { fit: 'cover' })
    .png({ compressionLevel: 1 })
    .toBuffer();

/** A colour of the wheel, as HSL: saturation and lightness in per cent. */
export const colour = (random: Random, [saturation, lightness]: readonly [number, number] = [65, 45]): string =>
  `hsl(${Math.floor(360 * random())}, ${saturation}%, ${lightness}%)`;

/** A colour for paper or a window: white, nearly white or a faint tint. */
export const paper = (random: Random): string =>
  draw(['#ffffff', '#ffffff', '#fdfcf7', '#f6f7f9', '#fffef2', '#f2efe6'], random);
