import { hasText, uint16, uint8 } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFactsReading } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { structureLimits } from '../structure-limits.ts';

const block = { extension: 0x21, image: 0x2c, trailer: 0x3b } as const;

/** GIF87a and GIF89a. The picture is the logical screen with the first frame drawn on it. GIF has no orientation. */
export const gifReader: FormatReader = {
  matches: (bytes) => hasText(bytes, 'GIF87a') || hasText(bytes, 'GIF89a'),
  read: readGif,
};

function readGif(bytes: Uint8Array): HeaderFactsReading {
  if (bytes.length < 13) return { ok: false, damage: 'header-cut-off' };

  const { frameCount, firstFrameAt, damage } = walkBlocks(bytes, 13 + colourTableBytes(uint8(bytes, 10)));
  const missing = frameCount === 0 ? 'no-picture-data' : undefined;
  const frame = firstFrameAt === undefined ? undefined : readFrame(bytes, firstFrameAt);
  return {
    ok: true,
    facts: headerFacts(canvasSize(bytes, frame), {
      frameCount: Math.max(1, frameCount),
      firstFrame: { left: frame?.left ?? 0, top: frame?.top ?? 0 },
      damage: damage ?? missing,
    }),
  };
}

/** Position and size of a frame, in pixels of the canvas. */
interface FramePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function readFrame(bytes: Uint8Array, at: number): FramePlace {
  const field = (index: number): number => uint16(bytes, at + 1 + index * 2, 'little');
  return { left: field(0), top: field(1), width: field(2), height: field(3) };
}

/** Size of the logical screen, enlarged like in decoders where the first frame extends beyond it. */
function canvasSize(bytes: Uint8Array, frame: FramePlace | undefined): { width: number; height: number } {
  const width = uint16(bytes, 6, 'little');
  const height = uint16(bytes, 8, 'little');
  return frame === undefined
    ? { width, height }
    : { width: Math.max(width, frame.left + frame.width), height: Math.max(height, frame.top + frame.height) };
}

interface BlockWalk {
  readonly frameCount: number;
  readonly firstFrameAt: number | undefined;
  readonly damage: Damage | undefined;
}

/** Reads the blocks. A file that ends inside its first frame is cut off; later damage does not affect the picture. */
function walkBlocks(bytes: Uint8Array, start: number): BlockWalk {
  let frameCount = 0;
  let firstFrameAt: number | undefined;
  let at = start;
  for (let blocks = 0; blocks < structureLimits.maxSegments && at < bytes.length; blocks += 1) {
    const introducer = uint8(bytes, at);
    if (introducer !== block.extension && introducer !== block.image) break;

    const isImage = introducer === block.image;
    const end = endOfSubBlocks(bytes, at + (isImage ? 11 + colourTableBytes(uint8(bytes, at + 9)) : 2));
    if (isImage) {
      frameCount += 1;
      firstFrameAt ??= at;
    }
    if (end === undefined) return { frameCount, firstFrameAt, damage: frameCount <= 1 ? 'data-cut-off' : undefined };

    at = end;
  }
  return { frameCount, firstFrameAt, damage: undefined };
}

function colourTableBytes(packedFields: number): number {
  return (packedFields & 0x80) === 0 ? 0 : 3 << ((packedFields & 7) + 1);
}

function endOfSubBlocks(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (at < bytes.length) {
    const length = uint8(bytes, at);
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}
