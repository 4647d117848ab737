import { makeBook } from './book.ts';
import { makeBottle } from './bottle.ts';
import { makeCarton } from './carton.ts';
import { makeCamera } from './camera.ts';
import { makeChair } from './chair.ts';
import { makeHandbag } from './handbag.ts';
import type { ModelMaker } from './model.ts';
import { makeMug } from './mug.ts';
import { makeShoe } from './shoe.ts';
import { makeTeapot } from './teapot.ts';
import { makeToyCar } from './toy-car.ts';
import { makeVase } from './vase.ts';

/** Every kind of object that can be rendered. */
export const kinds = {
  mug: makeMug,
  bottle: makeBottle,
  vase: makeVase,
  book: makeBook,
  carton: makeCarton,
  teapot: makeTeapot,
  shoe: makeShoe,
  'toy-car': makeToyCar,
  chair: makeChair,
  handbag: makeHandbag,
  camera: makeCamera,
} as const satisfies Record<string, ModelMaker>;

/** The name of a kind. */
export type Kind = keyof typeof kinds;

/** All names of kinds. */
export const kindNames = Object.keys(kinds) as readonly Kind[];
