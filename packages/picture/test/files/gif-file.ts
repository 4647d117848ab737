import { join, u16le } from './byte-writer.ts';
import type { PaletteImage } from './test-image.ts';

/** A frame and its position on the screen. */
export interface GifFrame {
  readonly left?: number;
  readonly top?: number;
  readonly picture: PaletteImage;
}

/** A GIF whose frames share the first one's palette of at most 128 colours. Pixels are stored without compression. */
export function gifFile(frames: readonly GifFrame[], screen?: { width: number; height: number }): Uint8Array {
  const first = frames[0]?.picture;
  if (first === undefined)
    return join('GIF89a', u16le(screen?.width ?? 0), u16le(screen?.height ?? 0), [0, 0, 0], [0x3b]);

  const size = screen ?? first.image;
  const table = new Uint8Array(128 * 3);
  table.set(first.palette);
  const header = join('GIF89a', u16le(size.width), u16le(size.height), [0x80 | 6, 0, 0], table);
  return join(header, ...frames.map(frameBlock), [0x3b]);
}

function frameBlock(frame: GifFrame): Uint8Array {
  const { image, indices } = frame.picture;
  const place = join(u16le(frame.left ?? 0), u16le(frame.top ?? 0), u16le(image.width), u16le(image.height), [0]);
  return join([0x2c], place, [7], subBlocks(uncompressedLzw(indices)), [0]);
}

/** 7-bit pixels as 8-bit codes; regular clear codes keep the code width from growing. */
function uncompressedLzw(indices: Uint8Array): Uint8Array {
  const clear = 128;
  const end = 129;
  const codes = [clear];
  for (const [at, index] of indices.entries()) {
    if (at > 0 && at % 120 === 0) codes.push(clear);

    codes.push(index);
  }
  return Uint8Array.from([...codes, end]);
}

function subBlocks(data: Uint8Array): Uint8Array {
  const blocks = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(join([block.length], block));
  }
  return join(...blocks);
}
