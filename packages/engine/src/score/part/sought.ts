import type { LumaPlane } from '../../raster.ts';
import type { Raster } from '../../raster.ts';
import { levelsOf } from './at-size.ts';
import type { Level, Levels } from './at-size.ts';
import type { Box, PartName } from './part-evidence.ts';
import { contentOnGround } from './plain-ground.ts';

/** What of one picture is looked for in another. */
export interface Sought {
  readonly what: PartName;
  /** Its place in the picture, in shares of width and height, 0…1. */
  readonly place: Box;
  readonly levels: Levels;
  /** All of the picture, where its middle is looked for. */
  readonly whole?: () => Levels;
}

/** Narrower things are not looked for. */
const leastSide = 16;
/** Long sides, of which the short one is 1, from which on a picture's middle is looked for, and from which on all of it is too. */
const lengths = [1.15, 1.8] as const;

function boundsOf(content: Uint8Array, width: number): Box {
  let [left, right, top, bottom] = [width, 0, content.length, 0];
  for (let start = 0, y = 0; start < content.length; start += width, y += 1) {
    const row = content.subarray(start, start + width);
    const first = row.indexOf(1);
    if (first === -1) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.lastIndexOf(1));
    top = Math.min(top, y);
    bottom = y;
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** What stands on the ground, cut out of its picture. */
function cutOut({ width, data }: LumaPlane, box: Box, content: Uint8Array): Level {
  const counts = new Uint8Array(box.width * box.height);
  const light = new Uint8Array(counts.length);
  for (let y = box.top, to = 0; y < box.top + box.height; y += 1) {
    for (let at = y * width + box.left, end = at + box.width; at < end; at += 1, to += 1) {
      if (content[at] !== 1) continue;
      counts[to] = 255;
      light[to] = data[at] as number;
    }
  }
  const size = { width: box.width, height: box.height };
  return { light: { ...size, data: light }, counts: { ...size, data: counts } };
}

function placeOf({ width, height }: LumaPlane, box: Box): Box {
  return { left: box.left / width, top: box.top / height, width: box.width / width, height: box.height / height };
}

function boxOf({ width, data }: LumaPlane, box: Box): LumaPlane {
  const inside = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    const from = (box.top + y) * width + box.left;
    inside.set(data.subarray(from, from + box.width), y * box.width);
  }
  return { width: box.width, height: box.height, data: inside };
}

/** The square in the middle of a picture. */
function middleOf(luma: LumaPlane): Sought {
  const { width, height } = luma;
  const side = Math.min(width, height);
  const box = { left: (width - side) >> 1, top: (height - side) >> 1, width: side, height: side };
  const levels = levelsOf({ light: boxOf(luma, box) });
  return { what: 'middle', place: placeOf(luma, box), levels, whole: () => levelsOf({ light: luma }) };
}

/**
 * All of a picture; a long one by its middle: a collage or a gallery shows a square of it, and where all of it is shown, so
 * is its middle. Nothing of a narrow one.
 */
export function soughtWhole(luma: LumaPlane): readonly Sought[] {
  const { width, height } = luma;
  if (Math.min(width, height) < leastSide) return [];
  const length = Math.max(width, height) / Math.min(width, height);
  const whole: Sought = {
    what: 'whole',
    place: { left: 0, top: 0, width: 1, height: 1 },
    levels: levelsOf({ light: luma }),
  };
  if (length < lengths[0]) return [whole];
  return length > lengths[1] ? [whole, middleOf(luma)] : [middleOf(luma)];
}

/** What stands on a picture's plain ground; nothing where there is none, or it is narrow. */
export function soughtObject(picture: Raster, luma: LumaPlane): readonly Sought[] {
  const content = contentOnGround(picture);
  if (content === undefined) return [];
  const box = boundsOf(content, luma.width);
  if (Math.min(box.width, box.height) < leastSide) return [];
  return [{ what: 'object', place: placeOf(luma, box), levels: levelsOf(cutOut(luma, box, content)) }];
}
