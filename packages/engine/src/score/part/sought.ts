import type { LumaPlane } from '../../raster.ts';
import type { Raster } from '../../raster.ts';
import { levelsOf } from './at-size.ts';
import type { Levels } from './at-size.ts';
import type { Box, SoughtKinds } from './part-evidence.ts';
import { contentOnGround } from './plain-ground.ts';

/** What of one picture is looked for in another: what stands on its plain ground, or all of it. */
export interface Sought {
  readonly isWhole: boolean;
  /** Its place in the picture, in shares of width and height, 0…1. */
  readonly place: Box;
  readonly levels: Levels;
}

/** Narrower things are not looked for. */
const leastSide = 16;

function boundsOf(content: Uint8Array, width: number): Box {
  let [left, right, top, bottom] = [width, 0, content.length, 0];
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === 0) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function layersOf({ width, data }: LumaPlane, box: Box, content: Uint8Array | undefined): Raster {
  const layers = new Uint8Array(3 * box.width * box.height);
  let to = 0;
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let at = y * width + box.left; at < y * width + box.left + box.width; at += 1) {
      const counts = content === undefined || content[at] === 1;
      layers[to] = counts ? 255 : 0;
      layers[to + 1] = counts ? (data[at] as number) : 0;
      to += 3;
    }
  }
  return { width: box.width, height: box.height, data: layers };
}

function soughtOf(luma: LumaPlane, box: Box, content: Uint8Array | undefined): Sought {
  const { width, height } = luma;
  return {
    isWhole: content === undefined,
    place: { left: box.left / width, top: box.top / height, width: box.width / width, height: box.height / height },
    levels: levelsOf(layersOf(luma, box, content)),
  };
}

/** What of a picture is looked for in another one, of the kinds that are asked for. */
export function soughtIn(picture: Raster, luma: LumaPlane, kinds: SoughtKinds): Sought[] {
  const { width, height } = picture;
  const content = kinds.object ? contentOnGround(picture) : undefined;
  const boxes: [Box, Uint8Array | undefined][] = [];
  if (content !== undefined) boxes.push([boundsOf(content, width), content]);
  if (kinds.whole) boxes.push([{ left: 0, top: 0, width, height }, undefined]);
  return boxes
    .filter(([box]) => Math.min(box.width, box.height) >= leastSide)
    .map(([box, of]) => soughtOf(luma, box, of));
}
