/** One colour plane of a JPEG, as its frame header describes it. */
export interface ComponentLayout {
  readonly id: number;
  /** Sampling factors across and down. */
  readonly across: number;
  readonly down: number;
  readonly quantTable: number;
  /** Blocks that hold samples of the picture. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** Blocks as stored, a row and a column: up to whole units of the interleaved scan. */
  readonly stride: number;
  readonly storedDown: number;
}

/** One colour plane with its coefficients. */
export interface Component extends ComponentLayout {
  /** 64 a block, in natural order. */
  readonly coefficients: Int16Array;
}

/** Content of a frame header. */
export interface FrameLayout {
  readonly width: number;
  readonly height: number;
  readonly isProgressive: boolean;
  readonly mostAcross: number;
  readonly mostDown: number;
  readonly components: readonly ComponentLayout[];
}

/** A frame with the coefficients of its planes. */
export interface Frame extends FrameLayout {
  readonly components: readonly Component[];
}

/** Index in a block of each coefficient, in the order of the file. */
export const naturalOrder: Uint8Array = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]);

/** Bytes of a frame header before its components, and of each. */
const headerBytes = 6;
const componentBytes = 3;

/**
 * Reads a frame header, sequential or progressive, of one or three planes of eight bits.
 * @returns `undefined` for unsupported kinds: other depths, CMYK, sizes of 0.
 */
export function readFrame(segment: Uint8Array, isProgressive: boolean): FrameLayout | undefined {
  const [precision = 0, high1 = 0, low1 = 0, high2 = 0, low2 = 0, count = 0] = segment;
  const [height, width] = [high1 * 256 + low1, high2 * 256 + low2];
  if (precision !== 8 || width === 0 || height === 0 || (count !== 1 && count !== 3)) return undefined;
  const described = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, quantTable = 0] = segment.subarray(headerBytes + index * componentBytes);
    return { id, across: sampling >> 4, down: sampling & 15, quantTable };
  });
  if (described.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  const mostAcross = Math.max(...described.map(({ across }) => across));
  const mostDown = Math.max(...described.map(({ down }) => down));
  const [unitsAcross, unitsDown] = [Math.ceil(width / (8 * mostAcross)), Math.ceil(height / (8 * mostDown))];
  const components = described.map((component) => {
    const stride = unitsAcross * component.across;
    return {
      ...component,
      blocksAcross: Math.ceil((width * component.across) / (8 * mostAcross)),
      blocksDown: Math.ceil((height * component.down) / (8 * mostDown)),
      stride,
      storedDown: unitsDown * component.down,
    };
  });
  return { width, height, isProgressive, mostAcross, mostDown, components };
}

/** Room for the coefficients of a frame, all 0. */
export function withCoefficients(layout: FrameLayout): Frame {
  const components = layout.components.map((component) => ({
    ...component,
    coefficients: new Int16Array(component.stride * component.storedDown * 64),
  }));
  return { ...layout, components };
}
