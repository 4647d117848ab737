import type { Vector } from './vector.ts';

/** Value noise on a lattice of whole numbers: smooth, 0…1, the same on every machine. */
export function noise(x: number, y: number, z: number): number {
  const cellX = Math.floor(x);
  const cellY = Math.floor(y);
  const cellZ = Math.floor(z);
  const fadeX = fade(x - cellX);
  const fadeY = fade(y - cellY);
  const low = plane({ x: cellX, y: cellY, z: cellZ }, fadeX, fadeY);
  const high = plane({ x: cellX, y: cellY, z: cellZ + 1 }, fadeX, fadeY);
  return low + (high - low) * fade(z - cellZ);
}

/** Sum of `octaves` layers of noise, each twice as fine and half as strong; 0…1. */
export function fractalNoise(at: Vector, frequency: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let scale = frequency;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * noise(at.x * scale + octave * 17.3, at.y * scale, at.z * scale);
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum / (1 - 0.5 ** octaves);
}

function fade(t: number): number {
  return t * t * (3 - 2 * t);
}

function plane(cell: Vector, fadeX: number, fadeY: number): number {
  const a = lattice(cell.x, cell.y, cell.z);
  const b = lattice(cell.x + 1, cell.y, cell.z);
  const c = lattice(cell.x, cell.y + 1, cell.z);
  const d = lattice(cell.x + 1, cell.y + 1, cell.z);
  const near = a + (b - a) * fadeX;
  return near + (c + (d - c) * fadeX - near) * fadeY;
}

function lattice(x: number, y: number, z: number): number {
  let bits = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(z, 1_440_662_683);
  bits = Math.imul(bits ^ (bits >>> 13), 1_274_126_177);
  return ((bits ^ (bits >>> 16)) >>> 0) / 4_294_967_296;
}
