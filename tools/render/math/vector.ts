/** A point, a direction or a linear colour: three plain numbers. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function vector(x: number, y: number, z: number): Vector {
  return { x, y, z };
}

export function add(a: Vector, b: Vector): Vector {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

export function subtract(a: Vector, b: Vector): Vector {
  return { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z };
}

export function scale(a: Vector, factor: number): Vector {
  return { x: a.x * factor, y: a.y * factor, z: a.z * factor };
}

/** `a + b × factor`. */
export function addScaled(a: Vector, b: Vector, factor: number): Vector {
  return { x: a.x + b.x * factor, y: a.y + b.y * factor, z: a.z + b.z * factor };
}

/** Component by component, as light passes a coloured filter. */
export function multiply(a: Vector, b: Vector): Vector {
  return { x: a.x * b.x, y: a.y * b.y, z: a.z * b.z };
}

export function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

export function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

/** Unit vector in the direction of `a`; a zero vector stays zero. */
export function normalize(a: Vector): Vector {
  const length = Math.sqrt(dot(a, a));
  return length > 0 ? scale(a, 1 / length) : a;
}

/** Linear blend, `amount` 0 gives `a`, 1 gives `b`. */
export function mix(a: Vector, b: Vector, amount: number): Vector {
  return { x: a.x + (b.x - a.x) * amount, y: a.y + (b.y - a.y) * amount, z: a.z + (b.z - a.z) * amount };
}

/** Turns `a` about the vertical axis by an angle in radians. */
export function turnAboutVertical(a: Vector, angle: number): Vector {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  return { x: a.x * cosine + a.z * sine, y: a.y, z: a.z * cosine - a.x * sine };
}

/** Two unit vectors that make a right-handed frame with the unit vector `normal` (Duff et al. 2017). */
export function tangentFrame(normal: Vector): { readonly tangent: Vector; readonly bitangent: Vector } {
  const sign = normal.z >= 0 ? 1 : -1;
  const a = -1 / (sign + normal.z);
  const b = normal.x * normal.y * a;
  return {
    tangent: { x: 1 + sign * normal.x * normal.x * a, y: sign * b, z: -sign * normal.x },
    bitangent: { x: b, y: sign + normal.y * normal.y * a, z: -normal.y },
  };
}
