import type { Random } from '../math/random.ts';
import { colour } from './colour.ts';
import type { Palette } from './patterns.ts';

const sets: readonly (readonly [number, number, number])[] = [
  [0xf2eee4, 0x1f4e79, 0xd9822b],
  [0xe9e2d0, 0x9c2f2f, 0x2b2b2b],
  [0x27566b, 0xf0e6d2, 0xe0a030],
  [0xb8442c, 0xf4ead8, 0x2c3e50],
  [0x2f5d50, 0xe8d9b5, 0xc96f4a],
  [0xf6f4f0, 0x3a7d6b, 0xe5b34a],
  [0x30343c, 0xd8d4cc, 0xc2473f],
  [0xe8c547, 0x33415c, 0xf7f3e8],
  [0xd9a5a0, 0x7a2e3a, 0xf7efe8],
  [0x8aa6b8, 0x22334a, 0xf2f2ee],
  [0x6b4f9a, 0xefe6f7, 0xf2b84b],
  [0xf3e7d7, 0x6b8e4e, 0x8c4a2f],
  [0xdedede, 0x222222, 0xc43c3c],
  [0x4a6741, 0xf4f0df, 0xd7bb6c],
  [0xe27d60, 0x41b3a3, 0xf5efe0],
  [0x1d3557, 0xa8dadc, 0xe63946],
];

/** Three colours that go together. */
export function pickPalette(random: Random): Palette {
  const [base, accent, detail] = random.pick(sets);
  const swap = random.chance(0.35);
  return { base: colour(swap ? accent : base), accent: colour(swap ? base : accent), detail: colour(detail) };
}
