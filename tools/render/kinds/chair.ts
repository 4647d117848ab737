import type { Random } from '../math/random.ts';
import { vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { smoothCurve } from '../mesh/curve.ts';
import { allSides, boxSide, round, tube } from '../mesh/shapes.ts';
import type { BoxShape } from '../mesh/shapes.ts';
import { colour } from '../texture/colour.ts';
import { wood } from '../texture/natural.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Material } from '../trace/material.ts';
import { cloth, metal, satin } from './finishes.ts';
import type { Model, Part } from './model.ts';

/** Measures of a chair. */
interface ChairShape {
  readonly half: number;
  readonly seat: number;
  readonly back: number;
  readonly lean: number;
  readonly splay: number;
}

/** A chair with four legs and a back of slats, a board or a cushion. */
export function makeChair(random: Random): Model {
  const shape: ChairShape = {
    half: random.range(0.4, 0.5),
    seat: random.range(0.8, 0.95),
    back: random.range(1.6, 2),
    lean: random.range(0.08, 0.22),
    splay: random.range(0, 0.12),
  };
  const palette = pickPalette(random);
  const timber = satin(
    random.pick([wood(colour(0xc89a66), colour(0x9a6a3c), 3), wood(colour(0x6e4a30), colour(0x3c2618), 3)]),
  );
  const frame = random.pick([timber, satin(palette.base), metal(vector(0.7, 0.7, 0.72), 0.3), satin(colour(0x1c1c1e))]);
  const cover = random.pick([cloth(palette.accent, 40), timber, satin(palette.accent)]);
  const thickness = random.range(0.03, 0.055);
  const seat: BoxShape = {
    center: vector(0, shape.seat, 0),
    half: vector(shape.half, random.range(0.03, 0.09), shape.half),
    edge: 0.03,
  };
  return [
    ...boxOf(seat, cover),
    ...legsOf(shape, thickness, frame),
    ...backOf(shape, random, { frame, cover, thickness }),
  ];
}

function boxOf(box: BoxShape, material: Material): Part[] {
  return allSides.map((side) => ({ surface: boxSide(box, side), material }));
}

function rod(points: readonly Vector[], radius: number, material: Material): Part {
  return { surface: tube(smoothCurve(points), round(radius), 20), material };
}

function legsOf({ half, seat, back, lean, splay }: ChairShape, radius: number, material: Material): Part[] {
  const inset = half - 0.05;
  return [-1, 1].flatMap((side) => [
    rod([vector(side * (inset + splay), 0, inset + splay), vector(side * inset, seat, inset)], radius, material),
    rod([vector(side * (inset + splay), 0, -inset - splay), vector(side * inset, seat, -inset)], radius, material),
    rod(
      [
        vector(side * inset, seat, -inset),
        vector(side * inset, (seat + back) / 2, -inset - lean * 0.4),
        vector(side * inset, back, -inset - lean),
      ],
      radius,
      material,
    ),
  ]);
}

interface BackStyle {
  readonly frame: Material;
  readonly cover: Material;
  readonly thickness: number;
}

function backOf(
  { half, seat, back, lean }: ChairShape,
  random: Random,
  { frame, cover, thickness }: BackStyle,
): Part[] {
  const inset = half - 0.05;
  const behind = (share: number): number => -inset - lean * share;
  const bar = (share: number): Part => {
    const y = seat + (back - seat) * share;
    return rod(
      [vector(-inset, y, behind(share)), vector(0, y, behind(share) - 0.04), vector(inset, y, behind(share))],
      thickness * 1.1,
      frame,
    );
  };
  const style = random.pick(['slats', 'bars', 'board'] as const);
  if (style === 'bars') return [0.4, 0.6, 0.8, 0.97].map((share) => bar(share));
  if (style === 'slats') {
    const rails = [-0.6, -0.2, 0.2, 0.6].map((x) =>
      rod([vector(x * inset, seat, behind(0)), vector(x * inset, back, behind(1) - 0.03)], thickness * 0.7, frame),
    );
    return [...rails, bar(0.98)];
  }
  const height = random.range(0.16, 0.34);
  const board: BoxShape = {
    center: vector(0, back - height, behind(0.8)),
    half: vector(half, height, 0.04),
    edge: 0.035,
  };
  return boxOf(board, cover);
}
