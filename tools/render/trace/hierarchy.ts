import type { Triangles } from '../mesh/triangles.ts';

/**
 * A bounding volume hierarchy in flat arrays. Node `n` has its box in `boxes[6n…]` (lowest corner, then highest).
 * `counts[n] > 0` marks a leaf with that many triangles from `order[firsts[n]]`; otherwise its children are
 * `firsts[n]` and `firsts[n] + 1`.
 */
export interface Hierarchy {
  readonly boxes: Float64Array;
  readonly firsts: Int32Array;
  readonly counts: Int32Array;
  readonly order: Int32Array;
}

const binCount = 12;
const leafSize = 4;

interface Builder extends Hierarchy {
  readonly bounds: Float64Array;
  used: number;
}

interface Range {
  readonly node: number;
  readonly start: number;
  readonly end: number;
}

/** Builds the hierarchy by binned surface area cost (Wald 2007). */
export function buildHierarchy(triangles: Triangles): Hierarchy {
  const nodes = Math.max(2 * triangles.count, 1);
  const builder: Builder = {
    boxes: new Float64Array(nodes * 6),
    firsts: new Int32Array(nodes),
    counts: new Int32Array(nodes),
    order: Int32Array.from({ length: triangles.count }, (_, index) => index),
    bounds: triangleBounds(triangles),
    used: 1,
  };
  const pending: Range[] = [{ node: 0, start: 0, end: triangles.count }];
  for (let range = pending.pop(); range; range = pending.pop()) pending.push(...splitNode(builder, range));

  return builder;
}

function triangleBounds({ count, corners }: Triangles): Float64Array {
  const bounds = new Float64Array(count * 6);
  for (let index = 0; index < count; index += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      const a = corners[index * 9 + axis] as number;
      const b = a + (corners[index * 9 + 3 + axis] as number);
      const c = a + (corners[index * 9 + 6 + axis] as number);
      bounds[index * 6 + axis] = Math.min(a, b, c);
      bounds[index * 6 + 3 + axis] = Math.max(a, b, c);
    }
  }
  return bounds;
}

function splitNode(builder: Builder, { node, start, end }: Range): Range[] {
  const box = unionOf(builder, start, end);
  builder.boxes.set(box, node * 6);
  const middle = end - start > leafSize ? partition(builder, start, end) : start;
  if (middle === start || middle === end) {
    builder.firsts[node] = start;
    builder.counts[node] = end - start;
    return [];
  }
  const left = builder.used;
  builder.used += 2;
  builder.firsts[node] = left;
  return [
    { node: left, start, end: middle },
    { node: left + 1, start: middle, end },
  ];
}

function emptyBox(): number[] {
  return [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
}

function unionOf({ order, bounds }: Builder, start: number, end: number): number[] {
  const box = emptyBox();
  for (let slot = start; slot < end; slot += 1) grow(box, bounds, order[slot] as number);
  return box;
}

function grow(box: number[], bounds: Float64Array, triangle: number): void {
  for (let axis = 0; axis < 3; axis += 1) {
    box[axis] = Math.min(box[axis] as number, bounds[triangle * 6 + axis] as number);
    box[axis + 3] = Math.max(box[axis + 3] as number, bounds[triangle * 6 + 3 + axis] as number);
  }
}

function middleOf(bounds: Float64Array, triangle: number, axis: number): number {
  return ((bounds[triangle * 6 + axis] as number) + (bounds[triangle * 6 + 3 + axis] as number)) / 2;
}

/** Sorts the range about the cheapest cut; returns where the second half begins. */
function partition(builder: Builder, start: number, end: number): number {
  const { order, bounds } = builder;
  const cut = cheapestCut(builder, start, end);
  if (!cut) return start;
  let middle = start;
  for (let slot = start; slot < end; slot += 1) {
    const triangle = order[slot] as number;
    if (middleOf(bounds, triangle, cut.axis) >= cut.position) continue;
    order[slot] = order[middle] as number;
    order[middle] = triangle;
    middle += 1;
  }
  return middle;
}

interface Cut {
  readonly axis: number;
  readonly position: number;
  readonly cost: number;
}

function cheapestCut(builder: Builder, start: number, end: number): Cut | undefined {
  let best: Cut | undefined;
  for (let axis = 0; axis < 3; axis += 1) {
    const cut = cheapestOnAxis(builder, [start, end], axis);
    if (cut && (!best || cut.cost < best.cost)) best = cut;
  }
  return best;
}

function cheapestOnAxis(
  { order, bounds }: Builder,
  [start, end]: readonly [number, number],
  axis: number,
): Cut | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (let slot = start; slot < end; slot += 1) {
    const middle = middleOf(bounds, order[slot] as number, axis);
    low = Math.min(low, middle);
    high = Math.max(high, middle);
  }
  if (high - low < 1e-9) return undefined;
  const bins = Array.from({ length: binCount }, () => ({ box: emptyBox(), count: 0 }));
  for (let slot = start; slot < end; slot += 1) {
    const triangle = order[slot] as number;
    const place = Math.floor(((middleOf(bounds, triangle, axis) - low) / (high - low)) * binCount);
    const bin = bins[Math.min(place, binCount - 1)];
    if (!bin) continue;
    bin.count += 1;
    grow(bin.box, bounds, triangle);
  }
  const { index, cost } = cheapestSplit(bins);
  return { axis, cost, position: low + ((high - low) * index) / binCount };
}

interface Bin {
  readonly box: number[];
  readonly count: number;
}

function cheapestSplit(bins: readonly Bin[]): { index: number; cost: number } {
  const before = runningCosts(bins);
  const after = runningCosts(bins.toReversed()).toReversed();
  let best = { index: binCount / 2, cost: Infinity };
  for (let index = 1; index < binCount; index += 1) {
    const cost = (before[index - 1] ?? 0) + (after[index] ?? 0);
    if (cost < best.cost) best = { index, cost };
  }
  return best;
}

/** Count × surface of the union of the bins so far. */
function runningCosts(bins: readonly Bin[]): number[] {
  const box = emptyBox();
  let count = 0;
  return bins.map((bin) => {
    count += bin.count;
    if (bin.count > 0) grow(box, Float64Array.from(bin.box), 0);
    return count > 0 ? count * halfSurface(box) : 0;
  });
}

function halfSurface([x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0]: readonly number[]): number {
  const [x, y, z] = [x1 - x0, y1 - y0, z1 - z0];
  return x * y + y * z + z * x;
}
