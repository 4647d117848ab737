import { layerShape } from './embedding-network.ts';

/** A square part of the picture: position and side as shares of the picture, 0…1. */
export interface MapWindow {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

const { side } = layerShape.block13;
/** Window sides in cells of block 13; each is slid by two cells. */
const windowSides = [10, 8, 6] as const;
const stride = 2;

/** Windows of block 13 as cell rectangles: the whole map first, then the parts, large to small, in reading order. */
export const cellWindows: readonly { readonly x: number; readonly y: number; readonly side: number }[] = [
  { x: 0, y: 0, side },
  ...windowSides.flatMap((size) => {
    const starts = Array.from({ length: (side - size) / stride + 1 }, (_, index) => index * stride);
    return starts.flatMap((y) => starts.map((x) => ({ x, y, side: size })));
  }),
];

/** The parts of a picture that have an embedding of their own, so that a picture within a picture can be found. */
export const mapWindows: readonly MapWindow[] = cellWindows
  .slice(1)
  .map((window) => ({ left: window.x / side, top: window.y / side, side: window.side / side }));
