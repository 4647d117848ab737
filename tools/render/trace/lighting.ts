import { clamp, smoothstep } from '../math/scalar.ts';
import { dot, mix, scale, add } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';

/** A bright rectangle far away, seen in glossy surfaces: a window, a soft box. */
export interface Panel {
  /** Unit vectors: to its middle, along its width, along its height. */
  readonly towards: Vector;
  readonly right: Vector;
  readonly up: Vector;
  /** Half its width and height as tangents of angles. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly radiance: Vector;
}

/** A round light far away, sampled for shadows; the larger its angle, the softer they are. */
export interface Lamp {
  readonly towards: Vector;
  /** Tangent of half its angular size. */
  readonly spread: number;
  /** Light arriving on a surface that faces it, divided by π. */
  readonly strength: Vector;
}

/** All light around a scene. */
export interface Lighting {
  readonly lamps: readonly Lamp[];
  readonly panels: readonly Panel[];
  readonly zenith: Vector;
  readonly horizon: Vector;
  readonly nadir: Vector;
  readonly exposure: number;
}

/** Even light from a direction, without lamps and panels. */
export function ambientFrom(lighting: Lighting, direction: Vector): Vector {
  const height = direction.y;
  return height >= 0
    ? mix(lighting.horizon, lighting.zenith, smoothstep(0, 0.9, height))
    : mix(lighting.horizon, lighting.nadir, smoothstep(0, 0.6, -height));
}

/** What a glossy surface mirrors from a direction; `blur` (0…1) softens the edges of the panels. */
export function mirroredFrom(lighting: Lighting, direction: Vector, blur: number): Vector {
  let light = ambientFrom(lighting, direction);
  for (const panel of lighting.panels)
    light = add(light, scale(panel.radiance, panelCover(panel, direction, 0.02 + blur * 0.5)));

  for (const lamp of lighting.lamps) {
    const edge = lamp.spread + blur * 0.3;
    const apart = Math.sqrt(Math.max(0, 2 - 2 * dot(lamp.towards, direction)));
    const share = lamp.spread / edge;
    light = add(light, scale(lamp.strength, 3 * share * share * (1 - smoothstep(edge * 0.7, edge * 1.3, apart))));
  }
  return light;
}

function panelCover(panel: Panel, direction: Vector, edge: number): number {
  const ahead = dot(direction, panel.towards);
  if (ahead <= 0.05) return 0;
  const across = Math.abs(dot(direction, panel.right) / ahead);
  const along = Math.abs(dot(direction, panel.up) / ahead);
  const fade = (offset: number, half: number): number => clamp((half + edge - offset) / (2 * edge), 0, 1);
  return fade(across, panel.halfWidth) * fade(along, panel.halfHeight);
}
