import { scale, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { grainRelief } from '../texture/natural.ts';
import { plain } from '../trace/material.ts';
import type { Material, Texture } from '../trace/material.ts';

function grey(value: number): Vector {
  return vector(value, value, value);
}

/** Fired glaze, lacquer, glossy print. */
export function glossy(colour: Texture | Vector, roughness = 0.1): Material {
  return { colour: textureOf(colour), coat: grey(0.045), roughness };
}

/** Satin plastic, varnished wood. */
export function satin(colour: Texture | Vector, roughness = 0.45): Material {
  return { colour: textureOf(colour), coat: grey(0.035), roughness };
}

/** Paper, raw clay, cork. */
export function matt(colour: Texture | Vector): Material {
  return { colour: textureOf(colour), coat: grey(0), roughness: 1 };
}

/** Leather or peel: satin with fine bumps. */
export function grained(colour: Texture | Vector, frequency: number, depth = 0.006): Material {
  return { colour: textureOf(colour), coat: grey(0.03), roughness: 0.5, relief: grainRelief(frequency, depth) };
}

/** Woven or knitted: no gloss, rough to the touch. */
export function cloth(colour: Texture | Vector, frequency = 60): Material {
  return { colour: textureOf(colour), coat: grey(0), roughness: 1, relief: grainRelief(frequency, 0.006) };
}

/** Metal mirrors in its own colour. */
export function metal(tint: Vector, roughness: number): Material {
  return { colour: plain(scale(tint, 0.12)), coat: tint, roughness };
}

/** Dark glass as it looks when full. */
export function filledGlass(colour: Vector): Material {
  return { colour: plain(colour), coat: grey(0.07), roughness: 0.03 };
}

function textureOf(colour: Texture | Vector): Texture {
  return typeof colour === 'function' ? colour : plain(colour);
}
