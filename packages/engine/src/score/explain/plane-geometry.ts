import type { Point } from '../similarity-transform.ts';

/** Corners of a rectangle at the origin, clockwise. */
export function rectangle(width: number, height: number): Point[] {
  return [[0, 0], [width, 0], [width, height], [0, height]]; // prettier-ignore
}

/** The part of a polygon on one side of an axis-parallel line. */
function clipAt(polygon: readonly Point[], axis: 0 | 1, bound: { at: number; keepBelow: boolean }): Point[] {
  const inside = (point: Point): boolean => (bound.keepBelow ? point[axis] <= bound.at : point[axis] >= bound.at);
  return polygon.flatMap((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    const kept = inside(point) ? [point] : [];
    if (inside(point) === inside(next)) return kept;
    const share = (bound.at - point[axis]) / (next[axis] - point[axis]);
    const crossing: Point = [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])];
    return [...kept, crossing];
  });
}

/**
 * The part of a convex polygon inside a rectangle at the origin; empty when there is none.
 * @source Sutherland and Hodgman, Reentrant polygon clipping (1974).
 */
export function clipToRectangle(polygon: readonly Point[], width: number, height: number): Point[] {
  const left = clipAt(polygon, 0, { at: 0, keepBelow: false });
  const right = clipAt(left, 0, { at: width, keepBelow: true });
  const top = clipAt(right, 1, { at: 0, keepBelow: false });
  return clipAt(top, 1, { at: height, keepBelow: true });
}

/** Area of a simple polygon. */
export function areaOf(polygon: readonly Point[]): number {
  let doubled = 0;
  polygon.forEach(([x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [x, y];
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled) / 2;
}
