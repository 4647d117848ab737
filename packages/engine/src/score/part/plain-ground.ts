/** Pixels of three bytes, row-major. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Levels by which a channel of the ground may differ from its colour, where it is reached from the edge, and where it is enclosed. */
const reachTolerance = 20;
const enclosedTolerance = 8;
/** Share of a thing that the ground may be seen through. */
const mostEnclosed = 0.35;
/** Share of the picture's edge that has to have the ground's colour. */
const leastEdge = 0.7;
/** Shares of a picture that what stands on the ground may take. */
const leastContent = 0.02;
const mostContent = 0.9;

/** Indices of the pixels along all four edges; the corners come twice. */
function edgeOf({ width, height }: Pixels): Int32Array {
  const edge = new Int32Array(2 * (width + height));
  for (let x = 0; x < width; x += 1) [edge[2 * x], edge[2 * x + 1]] = [x, (height - 1) * width + x];
  for (let y = 0; y < height; y += 1) {
    const at = 2 * (width + y);
    [edge[at], edge[at + 1]] = [y * width, y * width + width - 1];
  }
  return edge;
}

/** The median level of a channel along the edge. */
function medianOf(data: Uint8Array, edge: Int32Array, channel: number): number {
  const counts = new Int32Array(256);
  for (const at of edge) {
    const value = data[3 * at + channel] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  let [level, seen] = [0, counts[0] as number];
  while (2 * seen < edge.length) {
    level += 1;
    seen += counts[level] as number;
  }
  return level;
}

/** A ground's colour, and by how many levels a channel may differ from it. */
interface Ground {
  readonly colour: Colour;
  readonly tolerance: number;
}

function isNear(data: Uint8Array, pixel: number, { colour: [red, green, blue], tolerance }: Ground): boolean {
  const from = 3 * pixel;
  return (
    Math.abs((data[from] as number) - red) <= tolerance &&
    Math.abs((data[from + 1] as number) - green) <= tolerance &&
    Math.abs((data[from + 2] as number) - blue) <= tolerance
  );
}

/** What has the median colour of the edge, if enough of the edge has it. */
function groundOf({ data }: Pixels, edge: Int32Array): Ground | undefined {
  const colour: Colour = [medianOf(data, edge, 0), medianOf(data, edge, 1), medianOf(data, edge, 2)];
  const ground = { colour, tolerance: reachTolerance };
  let plain = 0;
  for (const at of edge) if (isNear(data, at, ground)) plain += 1;
  return plain < leastEdge * edge.length ? undefined : ground;
}

function sumOf(values: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] as number;
  return sum;
}

/** What the ground's colour does not reach from the edge. */
function unreached({ width, height, data }: Pixels, edge: Int32Array, ground: Ground): Uint8Array {
  const content = new Uint8Array(width * height).fill(1);
  const waiting = new Int32Array(content.length);
  let count = 0;
  const reach = (at: number): void => {
    if (content[at] !== 1 || !isNear(data, at, ground)) return;
    content[at] = 0;
    waiting[count] = at;
    count += 1;
  };
  for (const at of edge) reach(at);
  while (count > 0) {
    count -= 1;
    const at = waiting[count] as number;
    const x = at % width;
    if (x > 0) reach(at - 1);
    if (x < width - 1) reach(at + 1);
    reach(at - width);
    reach(at + width);
  }
  return content;
}

/**
 * Takes the ground off that is seen through what stands on it, such as between legs: it is only there as long as the ground
 * is. Where most of a thing has the ground's colour, as a window with text has, that is its own.
 */
function takeEnclosed(content: Uint8Array, { data }: Pixels, { colour }: Ground): void {
  const ground = { colour, tolerance: enclosedTolerance };
  const enclosed: number[] = [];
  for (let at = 0; at < content.length; at += 1) if (content[at] === 1 && isNear(data, at, ground)) enclosed.push(at);
  if (enclosed.length > mostEnclosed * sumOf(content)) return;
  for (const at of enclosed) content[at] = 0;
}

/**
 * What stands on a plain ground: a byte a pixel, 1 for content.
 * @returns undefined where the picture has no plain ground, or next to nothing on it.
 */
export function contentOnGround(pixels: Pixels): Uint8Array | undefined {
  const edge = edgeOf(pixels);
  const ground = groundOf(pixels, edge);
  if (ground === undefined) return undefined;
  const content = unreached(pixels, edge, ground);
  takeEnclosed(content, pixels, ground);
  const share = sumOf(content) / content.length;
  return share < leastContent || share > mostContent ? undefined : content;
}
