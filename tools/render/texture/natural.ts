import { fractalNoise, noise } from '../math/noise.ts';
import { fraction, smoothstep } from '../math/scalar.ts';
import { mix, scale, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import type { Texture, TexturePoint } from '../trace/material.ts';

/** Boards with grain, running along x. `width` is that of one board. */
export function wood(light: Vector, dark: Vector, width: number): Texture {
  return ({ u, v }) => {
    const board = Math.floor(v / width);
    const along = u + board * 37.7;
    const across = v + board * 3.1;
    const wave = fractalNoise(vector(along * 0.35, across * 2.2, board), 1, 3);
    const rings = fraction(wave * 7 + across * 1.5);
    const fibre = noise(along * 5, across * 90, board);
    const tone = 0.55 * smoothstep(0, 0.9, rings) * (1 - smoothstep(0.93, 1, rings)) + 0.35 * fibre;
    const base = mix(light, dark, Math.min(tone + 0.25 * noise(board * 9.7, 0.5, 0.5), 1));
    const gap = smoothstep(0, 0.012, Math.min(fraction(v / width), 1 - fraction(v / width)));
    return scale(base, 0.35 + 0.65 * gap);
  };
}

/** Pale stone with darker veins. */
export function marble(base: Vector, vein: Vector): Texture {
  return ({ u, v }) => {
    const place = vector(u, v, 0.37);
    const bend = fractalNoise(place, 0.9, 4) * 2.4;
    const line = Math.abs(Math.sin((u * 0.6 + v * 0.9 + bend * 2) * 2.1));
    const thin = (1 - smoothstep(0, 0.16, line)) * fractalNoise(place, 2.1, 3);
    const cloud = fractalNoise(place, 1.6, 4) * 0.25;
    return mix(base, vein, Math.min(thin + cloud, 1));
  };
}

/** Coarse cloth: crossing threads. `fineness` is threads per unit. */
export function linen(base: Vector, fineness: number): Texture {
  return ({ u, v }) => {
    const thread = Math.max(Math.abs(Math.sin(u * fineness * Math.PI)), Math.abs(Math.sin(v * fineness * Math.PI)));
    const slub = noise(u * 3, v * fineness, 1.5) + noise(u * fineness, v * 3, 7.5);
    return scale(base, 0.62 + 0.22 * thread + 0.14 * slub);
  };
}

/** Cast concrete or plaster: soft clouds and fine specks. */
export function mineral(base: Vector, contrast: number): Texture {
  return ({ u, v }) => {
    const place = vector(u, v, 3.3);
    const cloud = fractalNoise(place, 1.1, 5) - 0.5;
    const specks = noise(u * 40, v * 40, 2.2) - 0.5;
    return scale(base, 1 + contrast * (1.4 * cloud + 0.35 * specks));
  };
}

/** Bricks or tiles in rows, every second row shifted by `shift` of a brick. */
export function tiles(face: Texture, joint: Vector, size: TileSize): Texture {
  return (point) => {
    const row = Math.floor(point.v / size.height);
    const along = point.u / size.width + (row % 2 === 0 ? 0 : size.shift);
    const edgeU = Math.min(fraction(along), 1 - fraction(along)) * size.width;
    const edgeV = Math.min(fraction(point.v / size.height), 1 - fraction(point.v / size.height)) * size.height;
    const inside = smoothstep(size.joint * 0.6, size.joint, Math.min(edgeU, edgeV));
    const tint = 0.8 + 0.35 * noise(Math.floor(along) * 7.7 + 0.5, row * 5.3 + 0.5, 0.5);
    return mix(joint, scale(face(point), tint), inside);
  };
}

/** Measures of a tiled wall. */
export interface TileSize {
  readonly width: number;
  readonly height: number;
  readonly joint: number;
  readonly shift: number;
}

/** Fine grain in space, for leather, peel and plaster; `depth` is its height. */
export function grainRelief(frequency: number, depth: number): (point: TexturePoint) => number {
  return ({ place }) => depth * noise(place.x * frequency, place.y * frequency, place.z * frequency);
}
