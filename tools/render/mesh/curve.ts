import { add, scale, subtract, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { clamp } from '../math/scalar.ts';

/** A curve by parameter, 0 at its start, 1 at its end. */
export type Curve = (t: number) => Vector;

/** A smooth curve through all the points (uniform Catmull–Rom). */
export function smoothCurve(points: readonly Vector[]): Curve {
  const last = points.length - 1;
  const at = (index: number): Vector => points[clamp(index, 0, last)] ?? vector(0, 0, 0);
  return (t) => {
    const position = clamp(t, 0, 1) * last;
    const index = Math.min(Math.floor(position), last - 1);
    return catmullRom([at(index - 1), at(index), at(index + 1), at(index + 2)], position - index);
  };
}

function catmullRom(points: readonly [Vector, Vector, Vector, Vector], t: number): Vector {
  const [a, b, c, d] = points;
  const first = scale(subtract(c, a), t);
  const second = scale(add(subtract(scale(a, 2), scale(b, 5)), subtract(scale(c, 4), d)), t * t);
  const third = scale(add(subtract(d, a), scale(subtract(b, c), 3)), t * t * t);
  return add(b, scale(add(first, add(second, third)), 0.5));
}

/** The same path walked at an even speed, so that textures are not stretched. */
export function evenSpeed(curve: Curve, steps = 200): Curve {
  const reached = [0];
  let previous = curve(0);
  for (let step = 1; step <= steps; step += 1) {
    const point = curve(step / steps);
    const offset = subtract(point, previous);
    reached.push((reached[step - 1] ?? 0) + Math.hypot(offset.x, offset.y, offset.z));
    previous = point;
  }
  return (t) => curve(parameterAt(reached, clamp(t, 0, 1) * (reached[steps] ?? 0)));
}

function parameterAt(reached: readonly number[], distance: number): number {
  let low = 0;
  let high = reached.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((reached[middle] ?? 0) <= distance) low = middle;
    else high = middle;
  }
  const start = reached[low] ?? 0;
  const span = (reached[high] ?? 0) - start;
  return (low + (span > 0 ? (distance - start) / span : 0)) / (reached.length - 1);
}

/** The same function, computing each value only once: a row of a mesh asks for the same place again and again. */
export function remembered<Value>(compute: (t: number) => Value): (t: number) => Value {
  const known = new Map<number, Value>();
  return (t) => {
    const before = known.get(t);
    if (before !== undefined) return before;
    const value = compute(t);
    known.set(t, value);
    return value;
  };
}
