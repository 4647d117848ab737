import { clamp, signedPower } from '../math/scalar.ts';
import { add, addScaled, cross, normalize, scale, subtract, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { evenSpeed, remembered, smoothCurve } from './curve.ts';
import type { Curve } from './curve.ts';
import type { Surface } from './surface.ts';

/** A point of a lathe profile; repeat one nearby for a sharp bend. */
export interface ProfilePoint {
  /** Distance from the axis. */
  readonly radius: number;
  readonly height: number;
}

/** A body of revolution about the vertical axis; `u` runs around (0.75 faces front), `v` along the profile. */
export function lathe(profile: readonly ProfilePoint[], rows = 72): Surface {
  const curve = remembered(evenSpeed(smoothCurve(profile.map(({ radius, height }) => vector(radius, height, 0)))));
  return {
    columns: 72,
    rows,
    at: (u, v) => {
      const { x, y } = curve(v);
      const angle = u * 2 * Math.PI;
      return vector(Math.max(x, 1e-4) * Math.cos(angle), y, -Math.max(x, 1e-4) * Math.sin(angle));
    },
  };
}

/** How thick a tube is: half its width across and half its height, by position along it. */
export type Thickness = (t: number) => { readonly across: number; readonly along: number };

/** A bent rod that follows a curve; `u` runs around it, `v` along it. */
export function tube(path: Curve, thickness: Thickness, rows = 48): Surface {
  const frameAt = remembered((v) => {
    const forward = normalize(subtract(path(Math.min(v + 1e-3, 1)), path(Math.max(v - 1e-3, 0))));
    const side = normalize(cross(forward, Math.abs(forward.z) > 0.9 ? vector(1, 0, 0) : vector(0, 0, 1)));
    return { middle: path(v), side, other: cross(side, forward), ...thickness(v) };
  });
  return {
    columns: 20,
    rows,
    at: (u, v) => {
      const { middle, side, other, across, along } = frameAt(v);
      const angle = u * 2 * Math.PI;
      return addScaled(addScaled(middle, side, Math.cos(angle) * along), other, Math.sin(angle) * across);
    },
  };
}

/** The same thickness everywhere. */
export function round(radius: number): Thickness {
  return () => ({ across: radius, along: radius });
}

/** An ellipsoid; `u` runs around the vertical axis, `v` from bottom to top. */
export function ellipsoid(center: Vector, radii: Vector, squareness = 1): Surface {
  return {
    columns: 48,
    rows: 32,
    at: (u, v) => {
      const angle = u * 2 * Math.PI;
      const rise = (v - 0.5) * Math.PI * 0.9999;
      const flat = signedPower(Math.cos(rise), squareness);
      const unit = vector(
        flat * signedPower(Math.cos(angle), squareness),
        signedPower(Math.sin(rise), squareness),
        flat * signedPower(Math.sin(angle), squareness),
      );
      return add(center, vector(unit.x * radii.x, unit.y * radii.y, unit.z * radii.z));
    },
  };
}

/** The six sides of a box. */
export type Side = 'front' | 'back' | 'left' | 'right' | 'top' | 'bottom';

const sides: Readonly<Record<Side, { readonly outward: Vector; readonly right: Vector }>> = {
  front: { outward: vector(0, 0, 1), right: vector(1, 0, 0) },
  back: { outward: vector(0, 0, -1), right: vector(-1, 0, 0) },
  left: { outward: vector(-1, 0, 0), right: vector(0, 0, 1) },
  right: { outward: vector(1, 0, 0), right: vector(0, 0, -1) },
  top: { outward: vector(0, 1, 0), right: vector(1, 0, 0) },
  bottom: { outward: vector(0, -1, 0), right: vector(1, 0, 0) },
};

/** A box with rounded edges: where it is and how large. */
export interface BoxShape {
  readonly center: Vector;
  /** Half of width, height and depth. */
  readonly half: Vector;
  /** Radius of the edges, at most the smallest half. */
  readonly edge: number;
}

/** One side of a rounded box; texture `u` runs to the right, `v` upwards, seen from outside. */
export function boxSide(box: BoxShape, side: Side): Surface {
  const { outward, right } = sides[side];
  const up = cross(outward, right);
  const spread = (t: number): number => Math.sin((clamp(t, 0, 1) - 0.5) * Math.PI);
  return {
    columns: 14,
    rows: 14,
    at: (u, v) => {
      const onCube = addScaled(addScaled(outward, right, spread(u)), up, spread(v));
      return add(box.center, roundEdge(onCube, box));
    },
    textureAt: (u, v) => ({ u: (spread(u) + 1) / 2, v: (spread(v) + 1) / 2 }),
  };
}

function roundEdge(onCube: Vector, { half, edge }: BoxShape): Vector {
  const point = vector(onCube.x * half.x, onCube.y * half.y, onCube.z * half.z);
  const inner = vector(
    clamp(point.x, edge - half.x, half.x - edge),
    clamp(point.y, edge - half.y, half.y - edge),
    clamp(point.z, edge - half.z, half.z - edge),
  );
  return add(inner, scale(normalize(subtract(point, inner)), edge));
}

/** All six sides, front first. */
export const allSides: readonly Side[] = ['front', 'back', 'left', 'right', 'top', 'bottom'];

/** A cut across a lofted body, in the plane of height and depth. */
export interface Section {
  readonly x: number;
  readonly bottom: number;
  readonly top: number;
  /** Half of the depth. */
  readonly depth: number;
  /** 1 is an ellipse, towards 0 a rectangle. */
  readonly squareness: number;
}

/** A body stretched over cuts from left to right; `u` runs around (0 at the front), `v` from first to last cut. */
export function loft(sections: readonly Section[], rows = 64): Surface {
  const outline = remembered(smoothCurve(sections.map((s) => vector(s.x, s.bottom, s.top))));
  const shape = remembered(smoothCurve(sections.map((s) => vector(s.depth, s.squareness, 0))));
  return {
    columns: 48,
    rows,
    at: (u, v) => {
      const { x, y: bottom, z: top } = outline(v);
      const { x: depth, y: squareness } = shape(v);
      const angle = u * 2 * Math.PI;
      const rise = signedPower(Math.sin(angle), squareness);
      return vector(
        x,
        (bottom + top) / 2 + (rise * (top - bottom)) / 2,
        depth * signedPower(Math.cos(angle), squareness),
      );
    },
  };
}
