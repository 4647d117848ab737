import { cross, dot, normalize, subtract } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import type { Surface } from './surface.ts';

/**
 * Triangles as flat numbers, the form the tracer reads.
 * `corners` holds 9 per triangle (first corner, then the two edges from it), `normals` 9, `coordinates` 6.
 */
export interface Triangles {
  readonly count: number;
  readonly corners: Float64Array;
  readonly normals: Float32Array;
  readonly coordinates: Float32Array;
  /** Index of each triangle's material. */
  readonly materials: Uint16Array;
}

/** A surface and the index of its material. */
export interface IndexedSurface {
  readonly surface: Surface;
  readonly material: number;
}

interface Corner {
  readonly point: Vector;
  readonly normal: Vector;
  readonly u: number;
  readonly v: number;
}

/** Cuts surfaces into triangles, with smooth normals taken from the formulas themselves. */
export function triangulate(surfaces: readonly IndexedSurface[]): Triangles {
  const count = surfaces.reduce((sum, { surface }) => sum + surface.columns * surface.rows * 2, 0);
  const triangles: Triangles = {
    count,
    corners: new Float64Array(count * 9),
    normals: new Float32Array(count * 9),
    coordinates: new Float32Array(count * 6),
    materials: new Uint16Array(count),
  };
  let next = 0;
  for (const { surface, material } of surfaces) {
    triangles.materials.fill(material, next, next + surface.columns * surface.rows * 2);
    next = writeSurface(surface, triangles, next);
  }
  return triangles;
}

function writeSurface(surface: Surface, triangles: Triangles, start: number): number {
  let next = start;
  let lower = cornerRow(surface, 0);
  for (let row = 1; row <= surface.rows; row += 1) {
    const upper = cornerRow(surface, row / surface.rows);
    for (let column = 0; column < surface.columns; column += 1) {
      const [a, b] = [lower[column], lower[column + 1]];
      const [c, d] = [upper[column], upper[column + 1]];
      if (!a || !b || !c || !d) continue;
      writeTriangle(triangles, next, [a, b, d]);
      writeTriangle(triangles, next + 1, [a, d, c]);
      next += 2;
    }
    lower = upper;
  }
  return next;
}

function cornerRow(surface: Surface, v: number): Corner[] {
  return Array.from({ length: surface.columns + 1 }, (_, column) => {
    const u = column / surface.columns;
    const coordinates = surface.textureAt?.(u, v) ?? { u, v };
    return { point: surface.at(u, v), normal: normalAt(surface, u, v), u: coordinates.u, v: coordinates.v };
  });
}

/** The normal by finite differences, read a little inside so that poles and ends do not collapse. */
function normalAt(surface: Surface, u: number, v: number): Vector {
  const step = 2e-3;
  const insideV = Math.min(Math.max(v, 2 * step), 1 - 2 * step);
  const alongU = subtract(surface.at(u + step, insideV), surface.at(u - step, insideV));
  const alongV = subtract(surface.at(u, insideV + step), surface.at(u, insideV - step));
  return normalize(cross(alongU, alongV));
}

function writeTriangle(triangles: Triangles, index: number, corners: readonly [Corner, Corner, Corner]): void {
  const [a, b, c] = corners;
  const edges = [a.point, subtract(b.point, a.point), subtract(c.point, a.point)];
  edges.forEach((edge, slot) => triangles.corners.set([edge.x, edge.y, edge.z], index * 9 + slot * 3));
  corners.forEach((corner, slot) => {
    const agreed = dot(corner.normal, a.normal) < 0 ? -1 : 1;
    const { x, y, z } = corner.normal;
    triangles.normals.set([x * agreed, y * agreed, z * agreed], index * 9 + slot * 3);
    triangles.coordinates.set([corner.u, corner.v], index * 6 + slot * 2);
  });
}
