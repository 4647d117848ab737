import type { Point } from '../similarity-transform.ts';
import { contentWidth, margin, pageWidth } from './svg-page.ts';
import type { Box } from './svg-page.ts';

/** A picture to be shown: its size, and its bytes as a data URI. */
export interface ShownPicture {
  readonly name: string;
  /** Size of the file's picture, pixels. */
  readonly width: number;
  readonly height: number;
  readonly dataUri: string;
}

export type ShownPair = readonly [ShownPicture, ShownPicture];

/** A part of the page from its top to its bottom. */
interface Column {
  readonly x: number;
  readonly width: number;
}

/** Where two pictures lie, and whether the second is below the first. */
export interface Frames {
  readonly boxes: readonly [Box, Box];
  readonly stacked: boolean;
  /** The room across that each has. */
  readonly columns: readonly [Column, Column];
  /** From `top` to the lower end of the lower picture. */
  readonly height: number;
}

const gap = 48;
const columnWidth = (contentWidth - gap) / 2;
/** Pictures at least this much wider than high, both of them, are laid below each other. */
const wideAspect = 2.4;
const captionHeight = 34;

const aspectOf = ({ width, height }: ShownPicture): number => width / height;

function fit(picture: ShownPicture, bounds: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(bounds.width / picture.width, bounds.height / picture.height);
  return { width: Math.max(2, picture.width * scale), height: Math.max(2, picture.height * scale) };
}

/** Lays two pictures beside each other, or below each other if both are wide, with room for a caption under each. */
export function framesOf(pictures: ShownPair, { top, maxHeight }: { top: number; maxHeight: number }): Frames {
  const stacked = pictures.every((picture) => aspectOf(picture) >= wideAspect);
  const bounds = { width: stacked ? contentWidth : columnWidth, height: maxHeight };
  const sizes = [fit(pictures[0], bounds), fit(pictures[1], bounds)] as const;
  return stacked ? belowEachOther(sizes, top) : besideEachOther(sizes, top);
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

function belowEachOther([first, second]: readonly [Extent, Extent], top: number): Frames {
  const y = top + first.height + captionHeight + gap / 2;
  const left = ({ width }: Extent): number => margin + (contentWidth - width) / 2;
  const column = { x: margin, width: contentWidth };
  return {
    boxes: [
      { x: left(first), y: top, ...first },
      { x: left(second), y, ...second },
    ],
    stacked: true,
    columns: [column, column],
    height: y + second.height - top,
  };
}

function besideEachOther(sizes: readonly [Extent, Extent], top: number): Frames {
  const height = Math.max(sizes[0].height, sizes[1].height);
  const columns = [
    { x: margin, width: columnWidth },
    { x: pageWidth - margin - columnWidth, width: columnWidth },
  ] as const;
  const place = (index: 0 | 1): Box => ({
    x: columns[index].x + (columnWidth - sizes[index].width) / 2,
    y: top + (height - sizes[index].height) / 2,
    ...sizes[index],
  });
  return { boxes: [place(0), place(1)], stacked: false, columns, height };
}

/** A position given in shares of a picture, on the page. */
export function onPage(box: Box, [x, y]: Point): Point {
  return [Number((box.x + x * box.width).toFixed(1)), Number((box.y + y * box.height).toFixed(1))];
}

/** The picture itself; `attributes` are added to its element. */
export function pictureImage({ dataUri }: ShownPicture, box: Box, attributes = ''): string {
  return `<image href="${dataUri}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" preserveAspectRatio="none" ${attributes}/>`;
}
